package org.jianxi.gateway.mapping.clause;

import java.time.LocalDate;
import java.util.Optional;

/** A record that was delivered before, asked field by field. */
@FunctionalInterface
public interface KnownRecord {

    /** The canonical text of a field; empty when the record has none. */
    Optional<String> text(String field);

    /** Of a field that holds a day. */
    default Optional<LocalDate> day(String field) {
        return text(field).map(LocalDate::parse);
    }

    /** Whether a field leads to the record of this id, or to none. */
    default boolean agrees(String field, String id) {
        return text(field).map(id::equals).orElse(true);
    }
}
