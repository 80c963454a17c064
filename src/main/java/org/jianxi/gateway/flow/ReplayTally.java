package org.jianxi.gateway.flow;

import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;

/** Counts and hashes what a replay finds while passing it on. */
final class ReplayTally {

    private static final long TOLD_EVERY = 1_000;

    private final ReplayReport report;
    private final Sm3 digest = new Sm3();
    private long recorded;
    private long lookedAt;
    private long changed;
    private long notReproducible;
    private long undecided;
    private long months;

    ReplayTally(Map<String, ?> candidate, ReplayReport report) {
        this.report = report;
        hash(candidate);
    }

    void passed() {
        recorded++;
        if (recorded % TOLD_EVERY == 0) {
            report.progress(recorded);
        }
    }

    void undecided() {
        undecided++;
    }

    void lookedAt() {
        lookedAt++;
    }

    void changed(ReplayChange change) {
        changed++;
        hash(change.tree());
        report.changed(change);
    }

    void notReproducible(StoredSubmission submission, Bilingual reason) {
        notReproducible++;
        hash(ReplayText.ordered("notReproducible", submission.id(), "reason", reason.en()));
        report.notReproducible(submission, reason);
    }

    void totals(ReplayTotals month) {
        months++;
        hash(month.tree());
        report.totals(month);
    }

    ReplaySummary summary(long treeSize) {
        return new ReplaySummary(
                treeSize, recorded, lookedAt, changed, notReproducible, undecided, months, digest.finish());
    }

    private void hash(Map<String, ?> tree) {
        var line = CanonicalBytes.of(tree);
        digest.update(line, 0, line.length);
        digest.update(new byte[] {'\n'}, 0, 1);
    }
}
