package org.jianxi.gateway.flow;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.flow.people.BatchRead;
import org.jianxi.gateway.ledger.Verdict;

/**
 * What one mapping makes of a batch of people's records.
 *
 * @param marks of the records that stand
 */
record ReplayedBatch(Examined examined, BatchRead read, RecordMarks marks) {

    Verdict verdict() {
        return examined.acceptedBatch().isPresent() ? Verdict.ACCEPTED : Verdict.REJECTED;
    }

    /** How many records stand. */
    long good() {
        return examined.acceptedBatch().map(BatchRead::good).orElse(0L);
    }

    List<Finding> findings() {
        return examined.findings();
    }

    /** No mapping moves the day: it is the recorded one. */
    ReplayChange.Side side(ReplayedDelivery one) {
        var decision = one.submission().decision();
        return new ReplayChange.Side(
                verdict().wireName(), read.sender(), read.period(), decision.deadline(), decision.late());
    }

    ReplayChange.Records records(ReplayedBatch before) {
        return new ReplayChange.Records(before.good(), good(), marks.differing(before.marks()));
    }
}
