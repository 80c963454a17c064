package org.jianxi.gateway.canonical;

import java.util.List;

/** What came of reading one file: a draft with remarks on it, or every reason there is none. */
public sealed interface Mapped {

    /** All that was found, read or not. */
    List<Finding> findings();

    /** Something could be read; findings of severity error say what could not. */
    record Read(Draft draft, List<Finding> findings) implements Mapped {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    /** Nothing could be made of it. */
    record Unreadable(List<Finding> findings) implements Mapped {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
