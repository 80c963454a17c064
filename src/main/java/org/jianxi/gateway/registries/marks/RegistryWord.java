package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;

/**
 * What a registry answered for one person, and on what ground it was asked.
 *
 * @param registry its code, such as {@code MCA_LOW_INCOME}
 * @param snapshotOn the day as of which it answers
 * @param validUntil the last day on which the answer may be relied on: the snapshot's day and the registry's {@code validity}
 * @param purpose code of what it was asked for, such as {@code PRIORITY_HELP}
 * @param legalBasis clause that allows asking
 */
public record RegistryWord(
        String registry,
        LocalDate snapshotOn,
        LocalDate validUntil,
        String purpose,
        String legalBasis,
        Hardship hardship) {

    boolean isNewerThan(RegistryWord other) {
        return snapshotOn.isAfter(other.snapshotOn);
    }
}
