package org.jianxi.gateway.flow.yearly;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Submissions;

/** Every return of a month that was accepted, those too that a later one replaced. */
record Accepted(Period period, List<StoredSubmission> all) {

    static Accepted in(Submissions submissions, Period period) {
        var accepted = submissions.ofPeriod(Delivery.MONTHLY_RETURN, period).stream()
                .filter(StoredSubmission::isAccepted)
                .sorted(Comparator.comparing(StoredSubmission::revision))
                .toList();
        return new Accepted(period, accepted);
    }

    /** In the order of their revisions. */
    List<StoredSubmission> of(Sender sender) {
        return all.stream()
                .filter(one -> one.sender().equals(Optional.of(sender)))
                .toList();
    }
}
