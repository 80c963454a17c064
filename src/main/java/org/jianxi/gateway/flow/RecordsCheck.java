package org.jianxi.gateway.flow;

import static org.jianxi.gateway.ledger.Breach.Kind.ROW_CHANGED;
import static org.jianxi.gateway.ledger.Breach.Kind.ROW_MISSING;

import java.util.Optional;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.flow.people.Manifest;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.EntryCheck;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.Submissions;
import org.jianxi.gateway.records.RecordTree;

/**
 * The records of an accepted batch against its signed manifest: as many, under the same root, and each as it was or erased in order. A
 * submission's own row was compared before, so its manifest is the one that was signed.
 */
record RecordsCheck(Batches batches, Submissions submissions, RecordTree records, Erasures erasures)
        implements EntryCheck {

    private static final String TABLE = "person_record";

    @Override
    public Optional<Breach> check(LedgerEntry entry) {
        return submissions
                .find(entry.subject())
                .filter(row -> batches.takes(row.dataset()))
                .flatMap(row -> row.decision().canonical())
                .flatMap(canonical -> check(entry.subject(), Manifest.read(canonical)));
    }

    /** What the batch says about the records that stand lies beside it, where the views read it, and is signed in its manifest. */
    private Optional<Breach> tombstones(String submission, Manifest manifest) {
        var said = records.said(submission);
        var signed = manifest.delivers().wireName();
        var found = said.delivers().orElse(Delivers.MONTH.wireName());
        if (!found.equals(signed)) {
            return Optional.of(new Breach("record_delivery", submission, ROW_CHANGED, signed, found));
        }
        return said.removals() == manifest.removed()
                ? Optional.empty()
                : Optional.of(new Breach(
                        "record_removal",
                        submission,
                        ROW_CHANGED,
                        manifest.removed() + " records gone",
                        said.removals() + " records gone"));
    }

    private Optional<Breach> check(String submission, Manifest manifest) {
        var erased = erasures.recordsOf(submission);
        var found = records.of(submission, erased::has);
        if (found.count() != manifest.records()) {
            return Optional.of(new Breach(
                    TABLE, submission, ROW_MISSING, manifest.records() + " records", found.count() + " records"));
        }
        if (!found.root().equals(manifest.root())) {
            return Optional.of(new Breach(
                    TABLE,
                    submission,
                    ROW_CHANGED,
                    "root " + manifest.root().hex(),
                    "root " + found.root().hex()));
        }
        return tombstones(submission, manifest)
                .or(() -> found.wrong()
                        .map(why -> new Breach(TABLE, submission, ROW_CHANGED, "records as they were signed", why)));
    }
}
