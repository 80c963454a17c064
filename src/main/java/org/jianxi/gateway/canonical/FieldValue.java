package org.jianxi.gateway.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One field of a record in canonical form, whatever the source wrote. Codes, divisions and identity numbers are text. */
public sealed interface FieldValue {

    record Text(String text) implements FieldValue {}

    record Whole(long number) implements FieldValue {}

    /** Exact; money is in yuan. */
    record Decimal(BigDecimal number) implements FieldValue {}

    record Day(LocalDate date) implements FieldValue {}

    record Month(Period month) implements FieldValue {}

    /** A local time in Asia/Shanghai, to the second. */
    record Moment(LocalDateTime at) implements FieldValue {}

    record Truth(boolean holds) implements FieldValue {}

    /** As the canonical forms write it: ISO 8601, plain digits, {@code true} or {@code false}. */
    default String written() {
        return switch (this) {
            case Text given -> given.text();
            case Whole given -> Long.toString(given.number());
            case Decimal given -> given.number().toPlainString();
            case Day given -> given.date().toString();
            case Month given -> given.month().toString();
            case Moment given -> "%s%s".formatted(given.at(), given.at().getSecond() == 0 ? ":00" : "");
            case Truth given -> Boolean.toString(given.holds());
        };
    }
}
