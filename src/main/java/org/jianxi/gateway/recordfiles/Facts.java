package org.jianxi.gateway.recordfiles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one record says, by the dictionary's names; null for what it leaves blank. */
public interface Facts {

    /** Of a month its first day. */
    @Nullable
    LocalDate day(String field);

    @Nullable
    String text(String field);

    /** The whole number; of money the fen, of another number with two decimals the hundredths. */
    @Nullable
    Long amount(String field);

    /** The record whose id the field holds; null where there is no such record. */
    @Nullable
    Facts of(String field);
}
