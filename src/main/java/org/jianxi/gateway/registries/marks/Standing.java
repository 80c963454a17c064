package org.jianxi.gateway.registries.marks;

import java.time.LocalDate;

/**
 * A mark as it stands.
 *
 * @param word the registry's newest
 * @param hardship what the person is marked with: the registry's word, or what a person put in its place
 */
public record Standing(MarkState state, RegistryWord word, Hardship hardship) {

    /** A registry's first word. */
    static Standing proposed(RegistryWord word) {
        return new Standing(new MarkState.Proposed(), word, word.hardship());
    }

    /** Whether it is served first on that day. */
    public boolean countsOn(LocalDate day) {
        return state.counts() && !day.isAfter(word.validUntil());
    }

    public boolean isCorrected() {
        return !hardship.equals(word.hardship());
    }

    Standing to(MarkState next) {
        return new Standing(next, word, hardship);
    }

    Standing corrected(Hardship instead) {
        return new Standing(new MarkState.Confirmed(), word, instead);
    }

    /** A newer word that says the same: what a person put in its place stays there. */
    Standing renewed(RegistryWord newer) {
        return new Standing(state, newer, hardship);
    }
}
