package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field of a record can hold. */
public sealed interface FieldType {

    /**
     * @param longest characters (code points)
     * @param shape a regular expression of the whole text
     * @param of the dataset whose record's id it is
     */
    record Text(int longest, Optional<Pattern> shape, Optional<String> of) implements FieldType {}

    /** A name of a person: any middle dot of a minority name becomes · (U+00B7). */
    record PersonName(int longest) implements FieldType {}

    record Whole(long least, long most) implements FieldType {}

    /** @param digits at most, those behind the point among them */
    record Decimal(int digits, int decimals, BigDecimal least, BigDecimal most) implements FieldType {}

    /** Yuan, not negative, to the fen. */
    record Money(int digits) implements FieldType {}

    record Day() implements FieldType {}

    record Month() implements FieldType {}

    record Moment() implements FieldType {}

    record Truth() implements FieldType {}

    record Coded(CodeList codes) implements FieldType {}

    /** A division code of six digits: of this province and in force, or of anywhere in the country. */
    record Division(boolean anywhere) implements FieldType {}

    /** One of the seventeen reporting units. */
    record Office() implements FieldType {}

    /** GB 32100, 18 characters with their check digit. */
    record CreditCode() implements FieldType {}

    /** GB 11643, or the number of another document where the record's kind of document says so. */
    record CitizenId() implements FieldType {}

    /** 64 hexadecimal digits. */
    record Token() implements FieldType {}

    /** Its name in a dataset file. */
    default String wireName() {
        return switch (this) {
            case Text type -> "text";
            case PersonName type -> "person-name";
            case Whole type -> "whole";
            case Decimal type -> "decimal";
            case Money type -> "money";
            case Day type -> "date";
            case Month type -> "month";
            case Moment type -> "moment";
            case Truth type -> "boolean";
            case Coded type -> "code";
            case Division type -> "division";
            case Office type -> "office";
            case CreditCode type -> "credit-code";
            case CitizenId type -> "citizen-id";
            case Token type -> "token";
        };
    }
}
