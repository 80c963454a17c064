package org.jianxi.gateway.flow;

import java.util.List;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.BoundExplanation;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.ExplanationJson;
import org.jianxi.gateway.flow.ReplayChange.Then;
import org.jianxi.gateway.flow.ReplayWorld.Came;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Verdict;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.json.JsonMapper;

/** One replay: the ledger in its order, two courses of events side by side, as it was and as it would have been. */
final class ReplayRun {

    private static final int PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final Grounds recorded;
    private final CandidateGrounds candidate;
    private final BatchReplay batches;
    private final ReplayTally tally;
    private final ReplayWorld then = new ReplayWorld();
    private final ReplayWorld now = new ReplayWorld();

    ReplayRun(Ledger ledger, Grounds recorded, CandidateGrounds candidate, BatchReplay batches, ReplayTally tally) {
        this.ledger = ledger;
        this.recorded = recorded;
        this.candidate = candidate;
        this.batches = batches;
        this.tally = tally;
    }

    ReplaySummary over(ReplayScope scope, ReplayFlow.Editions editions) {
        for (var page = ledger.submissions().inOrder(0, PAGE);
                !page.isEmpty();
                page = ledger.submissions().inOrder(page.getLast().position() + 1, PAGE)) {
            page.forEach(one -> pass(one.submission(), scope));
        }
        totals(editions);
        return tally.summary(ledger.log().size());
    }

    private void pass(StoredSubmission submission, ReplayScope scope) {
        tally.passed();
        if (submission.decision().verdict() == Verdict.UNDECIDED) {
            tally.undecided();
        } else if (!scope.includes(submission)) {
            keep(submission, now);
            keep(submission, then);
        } else if (!submission.dataset().equals(Delivery.MONTHLY_RETURN)) {
            candidate.ofRecords(submission).filter(batches::reads).ifPresent(tried -> replay(submission, tried));
        } else {
            replay(submission);
        }
    }

    private void replay(StoredSubmission submission, MappingFile tried) {
        try {
            var one = ReplayedDelivery.of(submission, content(submission), recorded.units());
            var change = batches.change(one, tried);
            tally.lookedAt();
            change.ifPresent(tally::changed);
        } catch (NotReproducible unknown) {
            tally.notReproducible(submission, unknown.reason());
        }
    }

    private void replay(StoredSubmission submission) {
        var otherPast = isAfterAnotherPast(submission);
        try {
            if (!otherPast && !candidate.mayConcern(submission)) {
                keep(submission, now);
            } else {
                compare(submission, recorded.of(submission), otherPast);
            }
        } catch (NotReproducible unknown) {
            tally.notReproducible(submission, unknown.reason());
            keep(submission, now);
        }
        keep(submission, then);
    }

    private void compare(StoredSubmission submission, Ground ground, boolean otherPast) throws NotReproducible {
        if (!otherPast && !candidate.concern(submission, ground)) {
            keep(submission, now);
            return;
        }
        var one = ReplayedDelivery.of(submission, content(submission), recorded.units());
        var before = new Then(Replayed.of(one, ground, then), ground);
        Reproduction.require(one, before.replayed(), ground);
        var other = candidate.of(submission, ground);
        var after = new Then(Replayed.of(one, other, now), other);
        tally.lookedAt();
        ReplayChange.between(one, before, after).ifPresent(tally::changed);
        var judgement = after.replayed().examined().judgement();
        after.replayed()
                .examined()
                .accepted()
                .ifPresent(content -> now.accept(content, judgement.explanations(), came(submission)));
    }

    private byte[] content(StoredSubmission submission) throws NotReproducible {
        var digest = submission.arrival().digest();
        return ledger.submissions()
                .content(digest)
                .filter(bytes -> Sm3.of(bytes).equals(digest))
                .orElseThrow(() -> new NotReproducible(
                        new Bilingual("收到的原文已不是当时的原文", "the bytes are not those that were received")));
    }

    /** What the candidate changed earlier may be last month of this one. */
    private boolean isAfterAnotherPast(StoredSubmission submission) {
        return submission
                .sender()
                .flatMap(sender -> submission
                        .period()
                        .map(period -> !then.historyOf(sender, period).equals(now.historyOf(sender, period))))
                .orElse(false);
    }

    /** As it was recorded. */
    private void keep(StoredSubmission submission, ReplayWorld world) {
        if (!submission.isAccepted() || !submission.dataset().equals(Delivery.MONTHLY_RETURN)) {
            return;
        }
        var written = submission.decision().canonical().orElseThrow();
        recorded.canonical(submission)
                .read(written, MediaType.JSON)
                .complete()
                .ifPresent(content -> world.accept(content, explanations(submission), came(submission)));
    }

    private static List<BoundExplanation> explanations(StoredSubmission submission) {
        return ExplanationJson.read(JSON.readTree(submission.decision().explanations()));
    }

    private static Came came(StoredSubmission submission) {
        return new Came(submission.id(), submission.arrival().digest());
    }

    private void totals(ReplayFlow.Editions editions) {
        var periods = new TreeSet<>(then.periods());
        periods.addAll(now.periods());
        for (var period : periods) {
            editions.forms()
                    .current(period)
                    .flatMap(form ->
                            ReplayTotals.between(then, now, form, new ReplayTotals.Month(period, editions.units())))
                    .ifPresent(tally::totals);
        }
    }
}
