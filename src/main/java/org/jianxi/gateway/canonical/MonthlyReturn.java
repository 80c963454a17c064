package org.jianxi.gateway.canonical;

import java.util.List;
import java.util.Optional;

/**
 * One sender's complete monthly return in canonical form, whatever system it came from.
 *
 * @param form the return definition it is filed under, such as {@code MOHRSS-2023}
 * @param revision 1 for the first accepted return of the period, then counting up
 * @param derivedFrom what its figures were made from, where it says so
 * @param commitment to the records behind its figures, where it carries one
 */
public record MonthlyReturn(
        String form,
        Period period,
        Sender sender,
        int revision,
        Figures figures,
        List<Explanation> explanations,
        Optional<DerivedFrom> derivedFrom,
        Optional<Digest> commitment) {

    /** One that does not say what its figures were made from. */
    public MonthlyReturn(
            String form, Period period, Sender sender, int revision, Figures figures, List<Explanation> explanations) {
        this(form, period, sender, revision, figures, explanations, Optional.empty(), Optional.empty());
    }

    public MonthlyReturn {
        if (revision < 1) {
            throw new IllegalArgumentException("Revisions count from 1, not " + revision);
        }
        explanations = List.copyOf(explanations);
    }

    public MonthlyReturn withRevision(int number) {
        return new MonthlyReturn(form, period, sender, number, figures, explanations, derivedFrom, commitment);
    }

    /** The same with other explanations. */
    public MonthlyReturn explainedBy(List<Explanation> others) {
        return new MonthlyReturn(form, period, sender, revision, figures, others, derivedFrom, commitment);
    }
}
