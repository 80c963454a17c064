package org.jianxi.gateway.console.office;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.flow.derived.DerivedMonth;
import org.jianxi.gateway.flow.derived.Reconciled;
import org.jianxi.gateway.flow.derived.UnitFigures;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.reconciliation.Cause;
import org.jianxi.gateway.reconciliation.Cell;
import org.jianxi.gateway.records.derived.CountedRecord;

/**
 * One unit's return beside its records, every indicator of the form.
 *
 * @param submission the return in force; empty where there is none
 * @param explained whether one set of causes explains every difference at once
 */
record ReconciliationPage(ReportingUnit unit, Optional<String> submission, boolean explained, List<Row> rows) {

    /**
     * All amounts as the form prints them.
     *
     * @param gap why the figure does not follow from records
     * @param differs whether both sides have it and they are not the same
     * @param ways in which the difference comes about; several where it cannot be told which
     */
    record Row(
            Indicator indicator,
            Optional<String> reported,
            Optional<String> derived,
            Optional<Bilingual> gap,
            boolean differs,
            List<List<Bilingual>> ways,
            List<Named> records) {}

    /** @param adds as the form prints it */
    record Named(Bilingual cause, List<RecordRow> records) {}

    record RecordRow(String submission, long number, String adds) {}

    static ReconciliationPage of(DerivedMonth month, UnitFigures unit, Optional<Reconciled> reconciled) {
        return new ReconciliationPage(
                unit.unit(),
                unit.reported().map(one -> one.origin().submissionId()),
                reconciled.map(one -> one.reconciliation().wholly()).orElse(false),
                month.form().indicators().stream()
                        .map(indicator -> row(unit, indicator, reconciled))
                        .toList());
    }

    private static Row row(UnitFigures unit, Indicator indicator, Optional<Reconciled> reconciled) {
        var number = indicator.number();
        var cell = reconciled.flatMap(one -> one.reconciliation().cells().stream()
                .filter(differing -> differing.indicator() == number)
                .findFirst());
        return new Row(
                indicator,
                unit.reported(number).map(indicator.unit()::print),
                unit.derived(number).map(indicator.unit()::print),
                Optional.ofNullable(unit.gaps().get(number)),
                cell.isPresent(),
                cell.map(one -> ways(reconciled.orElseThrow(), one)).orElse(List.of()),
                reconciled.map(one -> records(one, indicator)).orElse(List.of()));
    }

    private static List<List<Bilingual>> ways(Reconciled reconciled, Cell cell) {
        return cell.explanations().stream()
                .map(set -> set.stream().map(id -> name(reconciled, id)).toList())
                .toList();
    }

    private static List<Named> records(Reconciled reconciled, Indicator indicator) {
        return reconciled.evidence().stream()
                .filter(evidence -> evidence.indicator() == indicator.number())
                .map(evidence -> new Named(
                        name(reconciled, evidence.cause()),
                        evidence.records().stream()
                                .map(one -> record(indicator, one))
                                .toList()))
                .toList();
    }

    private static RecordRow record(Indicator indicator, CountedRecord one) {
        return new RecordRow(one.submission(), one.number(), indicator.unit().printExact(one.adds()));
    }

    private static Bilingual name(Reconciled reconciled, String id) {
        return reconciled.causes().stream()
                .filter(cause -> cause.id().equals(id))
                .map(Cause::name)
                .findFirst()
                .orElseThrow();
    }
}
