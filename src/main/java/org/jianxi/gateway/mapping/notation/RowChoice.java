package org.jianxi.gateway.mapping.notation;

import java.util.List;
import java.util.Optional;

/** Which row of a table holds the return. */
public sealed interface RowChoice {

    /** There is one, and nothing else. */
    record Only() implements RowChoice {}

    /**
     * The row whose label is one of these words; where there is none, the only row.
     *
     * @param column the label's column; empty: the one the header was found by
     */
    record Total(List<String> words, Optional<Address.Column> column) implements RowChoice {
        public Total {
            words = List.copyOf(words);
        }
    }

    /** The row that names the sender in this column. */
    record OfSender(Address.Column column) implements RowChoice {}
}
