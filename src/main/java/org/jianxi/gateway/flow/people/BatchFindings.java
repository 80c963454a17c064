package org.jianxi.gateway.flow.people;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.RecordSink;

/** Counts records and everything that is wrong with them; of very many findings it keeps the first, and of the rest how many there were. */
final class BatchFindings implements RecordSink {

    /** So many errors, and so many others. Some megabytes of JSON at most. */
    static final int MOST = 2_000;

    private final HeldRecords held = new HeldRecords();
    private final List<Finding> kept = new ArrayList<>();
    private final BitSet bad = new BitSet();
    private long records;
    private long removals;
    private long errors;
    private long others;
    private boolean wholeIsBad;

    @Override
    public void record(CanonicalRecord content) {
        held.hold(content);
        records++;
        removals += content.removal() ? 1 : 0;
    }

    @Override
    public void finding(Finding finding) {
        if (finding.isError()) {
            blame(finding);
        }
        if ((finding.isError() ? errors++ : others++) < MOST) {
            kept.add(finding);
        }
    }

    /** What is said of the record that is being read concerns it alone; anything else concerns the whole document. */
    private void blame(Finding finding) {
        var record = finding.at().record();
        if (record != null && record == records + 1) {
            bad.set(Math.toIntExact(record));
        } else {
            wholeIsBad = true;
        }
    }

    @Override
    public int mostFindings() {
        return Integer.MAX_VALUE;
    }

    /** Whether the document as a whole may not stand, whatever its records are. */
    boolean isWholeBad() {
        return wholeIsBad;
    }

    BitSet bad() {
        return bad;
    }

    long records() {
        return records;
    }

    /** Every record, as long as they are not too many to be held. */
    Optional<List<CanonicalRecord>> held() {
        return held.all();
    }

    long removals() {
        return removals;
    }

    long good() {
        return records - bad.cardinality();
    }

    List<Finding> all() {
        var all = new ArrayList<>(kept);
        var more = Math.max(errors - MOST, 0) + Math.max(others - MOST, 0);
        if (more > 0) {
            all.add(Finding.info(
                    BatchRule.MORE_FINDINGS,
                    Place.WHOLE,
                    new Bilingual(
                            "另有%d个问题未列出，其中错误%d个".formatted(more, Math.max(errors - MOST, 0)),
                            "%d more findings are not listed, %d of them errors"
                                    .formatted(more, Math.max(errors - MOST, 0)))));
        }
        return all;
    }
}
