package org.jianxi.gateway.flow.derived;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.reconciliation.Reconciliation;
import org.jianxi.gateway.rollup.Contribution;

/**
 * One unit's month.
 *
 * @param derived by indicator, heads or fen, what follows from its records
 * @param gaps why an indicator does not follow from them
 * @param reported the return in force; empty where there is none
 * @param compared figures that both sides have; empty without a return
 */
public record UnitFigures(
        ReportingUnit unit,
        Map<Integer, Long> derived,
        Map<Integer, Bilingual> gaps,
        Optional<Contribution> reported,
        Optional<Reconciliation> compared) {

    public UnitFigures {
        derived = new TreeMap<>(derived);
        gaps = new TreeMap<>(gaps);
    }

    /** Heads or fen; empty where the return lacks it or there is none. */
    public Optional<Long> reported(int indicator) {
        return reported.flatMap(one -> one.content().figures().find(indicator));
    }

    public Optional<Long> derived(int indicator) {
        return Optional.ofNullable(derived.get(indicator));
    }
}
