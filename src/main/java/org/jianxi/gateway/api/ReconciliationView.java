package org.jianxi.gateway.api;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.DerivedFrom;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.derived.Reconciled;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.reconciliation.Cell;
import org.jianxi.gateway.records.derived.CountedRecord;

/**
 * A unit's return against its records.
 *
 * @param size of the ledger, as of which the records are counted
 * @param submission the return in force
 * @param derivedFrom what the return says its figures were made from
 * @param commitment of the return to the records behind its figures
 * @param same how many figures agree
 * @param explained whether one set of causes explains every difference at once
 */
record ReconciliationView(
        String period,
        String sender,
        String form,
        long size,
        String submission,
        Optional<DerivedFrom> derivedFrom,
        Optional<String> commitment,
        int same,
        boolean explained,
        List<CellView> cells,
        List<CauseView> causes) {

    /**
     * @param reported as the canonical return writes it
     * @param explanations ids of causes that together make the difference; several lists where it cannot be told which
     */
    record CellView(
            int indicator,
            Object reported,
            Object derived,
            Object difference,
            List<List<String>> explanations,
            List<EvidenceView> records) {}

    /** @param records at most a hundred */
    record EvidenceView(String cause, List<RecordOfDelivery> records) {}

    /** @param adds to the figure by that cause, beyond what the record adds by the form */
    record RecordOfDelivery(String submission, long number, Object adds) {}

    record CauseView(String id, Bilingual name) {}

    static ReconciliationView of(Reconciled one) {
        var form = one.month().form();
        var unit = one.figures();
        return new ReconciliationView(
                one.month().period().toString(),
                unit.unit().sender().code(),
                form.id(),
                one.month().size(),
                unit.reported().orElseThrow().origin().submissionId(),
                unit.reported().flatMap(reported -> reported.content().derivedFrom()),
                unit.reported()
                        .flatMap(reported -> reported.content().commitment())
                        .map(Digest::hex),
                one.reconciliation().same(),
                one.reconciliation().wholly(),
                one.reconciliation().cells().stream()
                        .map(cell -> cell(one, form.indicator(cell.indicator()), cell))
                        .toList(),
                one.causes().stream()
                        .map(cause -> new CauseView(cause.id(), cause.name()))
                        .toList());
    }

    private static CellView cell(Reconciled one, Indicator indicator, Cell cell) {
        return new CellView(
                cell.indicator(),
                DerivedView.written(indicator, cell.reported()),
                DerivedView.written(indicator, cell.derived()),
                DerivedView.written(indicator, cell.difference()),
                cell.explanations(),
                one.evidence().stream()
                        .filter(evidence -> evidence.indicator() == cell.indicator())
                        .map(evidence -> new EvidenceView(evidence.cause(), records(indicator, evidence.records())))
                        .toList());
    }

    private static List<RecordOfDelivery> records(Indicator indicator, List<CountedRecord> records) {
        return records.stream()
                .map(one -> new RecordOfDelivery(
                        one.submission(), one.number(), DerivedView.written(indicator, one.adds())))
                .toList();
    }
}
