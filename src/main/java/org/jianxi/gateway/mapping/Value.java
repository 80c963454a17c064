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

    /** Something no figure can be read from: a list, an error value, a formula without its result. */
    record Unusable(MappingRule rule, Bilingual why) implements Value {}
}
