package org.jianxi.gateway.records.facts;

import java.util.Locale;

/**
 * A field of a record that stands in a column of its own.
 *
 * @param field by the dictionary's name
 * @param of the dataset of the record a reference leads to; what a comparison is of; else empty
 */
public record FactColumn(String field, Kind kind, String of) {

    /** What the column holds. */
    public enum Kind {
        /** A code, an office, a credit code, a whole number, a day: as the canonical form writes it. */
        WRITTEN,
        /** The month's first day. */
        MONTH,
        /** Fen. */
        MONEY,
        /** The first 16 bytes of the token of the record it leads to. */
        REFERENCE,
        /** 16 bytes of a keyed hash: equal where the values are equal, and nothing else can be learnt from it. */
        COMPARISON
    }

    static FactColumn written(String field) {
        return new FactColumn(field, Kind.WRITTEN, "");
    }

    static FactColumn month(String field) {
        return new FactColumn(field, Kind.MONTH, "");
    }

    static FactColumn money(String field) {
        return new FactColumn(field, Kind.MONEY, "");
    }

    static FactColumn reference(String field, String dataset) {
        return new FactColumn(field, Kind.REFERENCE, dataset);
    }

    /** Fields compared with one another say the same {@code what}. */
    static FactColumn comparison(String field, String what) {
        return new FactColumn(field, Kind.COMPARISON, what);
    }

    /** The dictionary's name in the database's way of writing: {@code actualEndOn} is {@code actual_end_on}. */
    public String column() {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
