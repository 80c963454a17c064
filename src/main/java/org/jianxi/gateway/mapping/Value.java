package org.jianxi.gateway.mapping;

import java.math.BigDecimal;
import org.jianxi.gateway.canonical.Bilingual;

/** What stands at an address, as the document types it. */
sealed interface Value {

    /** Text, as written. */
    record Text(String text) implements Value {}

    /** A number the document itself types as one. */
    record Number(BigDecimal value) implements Value {}

    /** Nothing: a JSON null, an empty cell. */
    record Nothing() implements Value {}

    /** Something no figure can be read from: a list, an error value. */
    record Unusable(Bilingual why) implements Value {}

    /** A formula that nobody has computed. */
    record Uncomputed() implements Value {}

    /** What it says in its own right; a number as it would be typed; empty for what says nothing. */
    default String asText() {
        return switch (this) {
            case Text given -> given.text();
            case Number given ->
                given.value().precision() > 40 ? "" : given.value().toPlainString();
            case Nothing nothing -> "";
            case Unusable unusable -> "";
            case Uncomputed uncomputed -> "";
        };
    }
}
