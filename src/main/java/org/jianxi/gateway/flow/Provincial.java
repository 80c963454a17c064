package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.Submissions.Standing;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.Rollup;

/** The roll-up of any period at any size of the ledger: always computed from what was accepted, never kept. */
public final class Provincial {

    private final Ledger ledger;
    private final FiledReturns filed;
    private final ReturnForms forms;
    private final ReportingUnits units;
    private final Ground ground;

    public Provincial(Ledger ledger, FiledReturns filed, ReturnForms forms, ReportingUnits units, Ground ground) {
        this.ledger = ledger;
        this.filed = filed;
        this.forms = forms;
        this.units = units;
        this.ground = ground;
    }

    /** What a roll-up stands on: what the returns said, and that the ledger still says so. */
    public record Ground(Memory memory, LedgerGuard guard) {}

    /** What was filed last, or before any filing the figures as they stand. */
    public ProvincialView of(Period period) {
        return filed.latest(period).map(this::asFiled).orElseGet(() -> standing(period));
    }

    /** The figures of one filing, computed again from the ledger as it was. */
    public ProvincialView asFiled(Filed one) {
        return new ProvincialView(form(one.period()), rollup(one.period(), one.ledgerPosition()), one.revision(), true);
    }

    /** The figures as they stand now, to be filed next. */
    public ProvincialView standing(Period period) {
        var revision = filed.latest(period).map(latest -> latest.revision() + 1).orElse(1);
        return new ProvincialView(form(period), rollup(period, ledger.log().size()), revision, false);
    }

    /** The figures as they stood when the ledger had so many entries. */
    public ProvincialView asOf(Period period, long treeSize) {
        var revision = filed.latest(period).map(Filed::revision).orElse(1);
        return new ProvincialView(form(period), rollup(period, treeSize), revision, false);
    }

    /** The figures as they stand; empty for a month without an edition of the form. */
    public Optional<ProvincialView> find(Period period) {
        return forms.current(period).map(form -> standing(period));
    }

    /** The figures as they stood when the ledger had so many entries; empty for a month without an edition of the form. */
    public Optional<ProvincialView> find(Period period, long treeSize) {
        return forms.current(period).map(form -> asOf(period, treeSize));
    }

    /** How many entries the ledger has. */
    public long position() {
        return ledger.log().size();
    }

    private ProvincialFigures rollup(Period period, long treeSize) {
        var standing = ledger.submissions().standing(Delivery.MONTHLY_RETURN, period, treeSize);
        ground.guard()
                .requireSoundFor(
                        standing.stream().map(one -> one.submission().id()).toList());
        var contributions = standing.stream().map(this::contribution).toList();
        return Rollup.of(form(period), period, units, contributions).readAt(treeSize);
    }

    private Contribution contribution(Standing standing) {
        var submission = standing.submission();
        return new Contribution(
                ground.memory().content(submission),
                new Origin(
                        submission.id(),
                        submission.arrival().digest(),
                        Optional.of(standing.position()),
                        PlacesText.read(submission.decision().places())));
    }

    /** The edition that is in force for the period. */
    ReturnForm form(Period period) {
        return forms.current(period).orElseThrow(() -> new NoEdition(period));
    }
}
