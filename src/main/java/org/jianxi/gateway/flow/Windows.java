package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.SenderStanding.State;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Submissions;
import org.jianxi.gateway.ledger.Verdict;

/** Who has filed, who is late: read from what is stored, never kept beside it. */
public final class Windows {

    private static final Comparator<StoredSubmission> BY_DECISION =
            Comparator.comparing(one -> one.decision().decidedAt());

    private final Submissions submissions;
    private final WorkingCalendar calendar;
    private final ReportingUnits units;
    private final Clock clock;

    public Windows(Submissions submissions, WorkingCalendar calendar, ReportingUnits units, Clock clock) {
        this.submissions = submissions;
        this.calendar = calendar;
        this.units = units;
        this.clock = clock;
    }

    public PeriodWindow of(Period period) {
        var deadlines = calendar.deadlinesOf(period);
        var deliveries = submissions.ofPeriod(Delivery.MONTHLY_RETURN, period);
        var now = clock.instant();
        var standings = units.inOrder().stream()
                .map(unit -> standing(unit, of(unit, deliveries), deadlines, now))
                .toList();
        return new PeriodWindow(deadlines, standings);
    }

    private static List<StoredSubmission> of(ReportingUnit unit, List<StoredSubmission> deliveries) {
        return deliveries.stream()
                .filter(one -> one.sender().equals(Optional.of(unit.sender())))
                .filter(one -> one.decision().verdict() != Verdict.UNDECIDED)
                .toList();
    }

    /** An accepted return stands until its successor is accepted, so a later rejection does not take it away. */
    private static SenderStanding standing(
            ReportingUnit unit, List<StoredSubmission> deliveries, Deadlines deadlines, Instant now) {
        var accepted = deliveries.stream()
                .filter(StoredSubmission::isAccepted)
                .sorted(Comparator.comparing(StoredSubmission::revision))
                .toList();
        if (!accepted.isEmpty()) {
            var state = accepted.size() > 1 ? State.CORRECTED : State.ACCEPTED;
            return standing(
                    unit,
                    state,
                    accepted.getLast(),
                    accepted.getFirst().decision().late());
        }
        var overdue = deadlines.isLate(now);
        return deliveries.stream()
                .max(BY_DECISION)
                .map(rejected -> standing(unit, State.REJECTED, rejected, overdue))
                .orElseGet(() -> new SenderStanding(
                        unit, State.MISSING, Optional.empty(), Optional.empty(), Optional.empty(), overdue, "[]"));
    }

    private static SenderStanding standing(ReportingUnit unit, State state, StoredSubmission one, boolean late) {
        return new SenderStanding(
                unit,
                state,
                Optional.of(one.id()),
                one.decision().revision(),
                Optional.of(one.arrival().receivedAt()),
                late,
                one.decision().findings());
    }
}
