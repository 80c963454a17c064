package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.SupplementaryReturn;
import org.jianxi.gateway.filing.SupplementaryReturn.Arrived;
import org.jianxi.gateway.filing.SupplementaryReturn.Corrects;
import org.jianxi.gateway.filing.SupplementaryReturn.Numbered;
import org.jianxi.gateway.flow.NextFiling.Base;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Difference;
import org.jianxi.gateway.signing.Sm3;

/** Finds out what filing a period now would send: the return, or after a filing the correction of it. Changes nothing. */
public final class NextFilings {

    private final Provincial provincial;
    private final FiledReturns filedReturns;
    private final Ledger ledger;
    private final ReportingUnits units;

    public NextFilings(Provincial provincial, FiledReturns filedReturns, Ledger ledger, ReportingUnits units) {
        this.provincial = provincial;
        this.filedReturns = filedReturns;
        this.ledger = ledger;
        this.units = units;
    }

    public NextFiling of(Period period) {
        var view = provincial.standing(period);
        var base = filedReturns.inForce(period).map(filed -> new Base(filed, provincial.asFiled(filed)));
        return new NextFiling(view, base, base.flatMap(before -> pending(before, view)));
    }

    /** The correction that a filing was, computed again from the ledger as it then stood; empty for one that corrected none. */
    public Optional<SupplementaryReturn> asFiled(Filed filed) {
        var view = provincial.asFiled(filed);
        return filed.correction().map(correction -> {
            var before = filedReturns.find(correction.corrects()).orElseThrow();
            var base = new Base(before, provincial.asFiled(before));
            return correction(base, correction.number(), view.toFile());
        });
    }

    private Optional<SupplementaryReturn> pending(Base base, ProvincialView view) {
        var number = filedReturns.nextNumber(view.figures().period());
        return Optional.of(correction(base, number, view.toFile()))
                .filter(one -> one.difference().isVisible());
    }

    private SupplementaryReturn correction(Base base, int number, ProvincialReturn full) {
        var difference = Difference.between(base.view().figures(), full.figures(), units);
        return SupplementaryReturn.of(
                full, new Numbered(number, corrects(base.filed())), difference, arrivals(difference));
    }

    private Corrects corrects(Filed filed) {
        var entry = ledger.log()
                .find(FilingDesk.PROVINCIAL_RETURN, filed.messageId())
                .orElseThrow(() -> new IllegalStateException(filed.messageId() + " was filed without an entry"));
        return new Corrects(filed.messageId(), filed.revision(), Sm3.of(filed.document()), entry.position());
    }

    private Map<String, Arrived> arrivals(Difference difference) {
        return difference.changes().stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .collect(Collectors.toMap(one -> one.origin().submissionId(), this::arrival));
    }

    private Arrived arrival(Contribution contribution) {
        var id = contribution.origin().submissionId();
        return ledger.submissions().find(id).map(NextFilings::arrived).orElseThrow();
    }

    private static Arrived arrived(StoredSubmission submission) {
        return new Arrived(
                submission.arrival().receivedAt(), submission.decision().late());
    }
}
