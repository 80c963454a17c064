package org.jianxi.gateway.transport.files;

import java.nio.file.Path;

/** What is known of the writing of files besides how still they lie. */
public interface Writing {

    /** Where nobody tells. */
    Writing UNKNOWN = new Writing() {
        @Override
        public boolean goesOn(Path file) {
            return false;
        }

        @Override
        public boolean isOver(Path file) {
            return false;
        }
    };

    /** Whether somebody is known to be writing it, or to have been cut off while writing it. */
    boolean goesOn(Path file);

    /** Whether its writer said that it is whole. */
    boolean isOver(Path file);
}
