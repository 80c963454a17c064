package org.jianxi.gateway.flow.yearly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Use;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.filing.report.Corrections.Filed;
import org.jianxi.gateway.filing.report.Corrections.Revised;
import org.jianxi.gateway.flow.FilingStatus.Progress;
import org.jianxi.gateway.flow.Memory;
import org.jianxi.gateway.flow.NextFilings;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.rollup.CellChange;

/** What was corrected in a month: by its senders, and towards the ministry. */
record CorrectionReading(
        Memory memory, LedgerLog log, NextFilings filings, ReturnedSubmissions returned, Reasons reasons) {

    List<Revised> revised(ReturnForm form, ReportingUnits units, Accepted accepted, List<Progress> filed) {
        var sentBack = returned.of(accepted.period());
        var month = new OfMonth(form, accepted, sentBack, filed.stream().findFirst());
        return units.inOrder().stream().flatMap(unit -> revised(month, unit)).toList();
    }

    /** @param first the first filing of it */
    private record OfMonth(ReturnForm form, Accepted accepted, List<SentBack> sentBack, Optional<Progress> first) {}

    private Stream<Revised> revised(OfMonth month, ReportingUnit unit) {
        var revisions = month.accepted().of(unit.sender());
        var revised = new ArrayList<Revised>();
        for (var at = 1; at < revisions.size(); at++) {
            revised.add(revised(month, unit, revisions.get(at - 1), revisions.get(at)));
        }
        return revised.stream();
    }

    private Revised revised(OfMonth month, ReportingUnit unit, StoredSubmission before, StoredSubmission after) {
        var cells = CellChange.between(
                memory.content(before).figures(), memory.content(after).figures());
        return new Revised(
                month.form(),
                month.accepted().period(),
                unit,
                after.revision(),
                after.arrival().receivedAt(),
                month.first().map(one -> isAfter(after, one)).orElse(false),
                cells,
                why(month.sentBack(), before));
    }

    private boolean isAfter(StoredSubmission submission, Progress filing) {
        var entry = log.find(Ledger.SUBMISSION, submission.id()).orElseThrow();
        return entry.position() >= filing.filed().ledgerPosition();
    }

    private Optional<Bilingual> why(List<SentBack> sentBack, StoredSubmission before) {
        return sentBack.stream()
                .filter(one -> one.act().submission().equals(before.id()))
                .filter(one -> one.undoneAt().isEmpty())
                .findFirst()
                .map(one -> reasons.titleOf(Use.RETURN_TO_SENDER, one.act().reason()));
    }

    /** Computed again from the ledger as it stood at each filing. */
    List<Filed> filed(ReturnForm form, List<Progress> filed) {
        return filed.stream()
                .map(Progress::filed)
                .flatMap(one ->
                        filings.asFiled(one).map(correction -> new Filed(form, one.filedAt(), correction)).stream())
                .toList();
    }
}
