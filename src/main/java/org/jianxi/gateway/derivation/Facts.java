package org.jianxi.gateway.derivation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one record says, by the dictionary's names; null for what it leaves blank. */
public interface Facts {

    @Nullable
    LocalDate day(String field);

    @Nullable
    String text(String field);

    /** The whole number or, of money, the fen. */
    @Nullable
    Long amount(String field);

    /** The record whose id the field holds; null where there is no such record. */
    @Nullable
    Facts of(String field);
}
