package org.jianxi.gateway.flow.derived;

import java.util.List;
import org.jianxi.gateway.reconciliation.Cause;
import org.jianxi.gateway.reconciliation.Reconciliation;
import org.jianxi.gateway.records.derived.CountedRecord;

/**
 * A unit's return against its records.
 *
 * @param causes that were tried
 * @param evidence the records that a cause named at a figure is about
 */
public record Reconciled(
        DerivedMonth month,
        UnitFigures figures,
        Reconciliation reconciliation,
        List<Cause> causes,
        List<Evidence> evidence) {

    public Reconciled {
        causes = List.copyOf(causes);
        evidence = List.copyOf(evidence);
    }

    /** @param records at most a hundred; each with what it adds to the figure by that cause beyond what it adds by the form */
    public record Evidence(int indicator, String cause, List<CountedRecord> records) {
        public Evidence {
            records = List.copyOf(records);
        }
    }
}
