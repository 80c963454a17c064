package org.jianxi.gateway.mapping.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.StatedRule;

/** What stands at an address, as the document types it. */
public sealed interface Value {

    /** Text, as written. */
    record Text(String text) implements Value {}

    /** A number the document itself types as one. */
    record Number(BigDecimal value) implements Value {}

    /**
     * A number that the document shows as a date.
     *
     * @param moment of the proleptic calendar, as the document's own date system counts it
     */
    record Dated(BigDecimal serial, LocalDateTime moment) implements Value {}

    /** A JSON truth or a logical cell. */
    record Truth(boolean value) implements Value {}

    /** Nothing: a JSON null, an empty cell. */
    record Nothing() implements Value {}

    /** Something no figure can be read from: a list, an error value. */
    record Unusable(Bilingual why, Optional<StatedRule> rule) implements Value {

        /** By the rule of whatever was to be read. */
        public Unusable(Bilingual why) {
            this(why, Optional.empty());
        }
    }

    /** A formula that nobody has computed. */
    record Uncomputed() implements Value {}

    /** What it says in its own right; a number as it would be typed; empty for what says nothing. */
    default String asText() {
        return switch (this) {
            case Text given -> given.text();
            case Number given ->
                given.value().precision() > 40 ? "" : given.value().toPlainString();
            case Dated dated -> dated.moment().toLocalDate().toString();
            case Truth truth -> "";
            case Nothing nothing -> "";
            case Unusable unusable -> "";
            case Uncomputed uncomputed -> "";
        };
    }
}
