package org.jianxi.gateway.rollup;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;

/**
 * The province's figures of one month and everything they were made of.
 *
 * @param form the edition the province files under
 * @param ledgerPosition the ledger's size when the contributions were read; empty offline
 * @param totals for each indicator of the form the sum over the contributions, in smallest parts
 * @param contributions the return that counts for each sender, in the order of the notice
 * @param gaps senders without a return, in the order of the notice; a gap is never a zero
 * @param roundedAmounts senders whose amounts came in whole 0.01 万元: what they filed is what is summed, and the return says so
 */
public record ProvincialFigures(
        String form,
        Period period,
        Optional<Long> ledgerPosition,
        Figures totals,
        List<Contribution> contributions,
        List<ReportingUnit> gaps,
        List<ReportingUnit> roundedAmounts) {

    public ProvincialFigures {
        contributions = List.copyOf(contributions);
        gaps = List.copyOf(gaps);
        roundedAmounts = List.copyOf(roundedAmounts);
    }

    /** The same figures, said to be read when the ledger had {@code position} entries. */
    public ProvincialFigures readAt(long position) {
        return new ProvincialFigures(form, period, Optional.of(position), totals, contributions, gaps, roundedAmounts);
    }

    /** Whether every sender that owes a return is in it. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** Down from one cell to every figure it was summed from. */
    public Lineage lineageOf(int indicator) {
        var parts = contributions.stream()
                .map(one -> new Lineage.Part(
                        one.sender(),
                        one.content().revision(),
                        one.content().figures().of(indicator),
                        one.origin()))
                .toList();
        return new Lineage(indicator, totals.of(indicator), parts);
    }
}
