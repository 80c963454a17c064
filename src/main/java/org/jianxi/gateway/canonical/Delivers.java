package org.jianxi.gateway.canonical;

import java.util.Locale;

/** What one delivery of a source says about the records that stand: the source's file says which (数据交付方式). */
public enum Delivers {
    /** What is to be said of its month: it takes the place of earlier deliveries of the month and adds to those of other months. */
    MONTH,
    /** All that there is: what it leaves out stands no longer. */
    FULL,
    /** What changed: the rest stands as it was, and what is gone is named. */
    CHANGES;

    /** Stands in source files, manifests and the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException} for any other word. */
    public static Delivers named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
