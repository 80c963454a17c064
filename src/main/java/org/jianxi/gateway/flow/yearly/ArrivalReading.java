package org.jianxi.gateway.flow.yearly;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Use;
import org.jianxi.gateway.filing.report.Arrivals;
import org.jianxi.gateway.filing.report.Arrivals.Arrival;
import org.jianxi.gateway.filing.report.Arrivals.Excuse;
import org.jianxi.gateway.ledger.StoredSubmission;

/** When each return of a month came. */
record ArrivalReading(LateExceptions exceptions, ReportingUnits units, Reasons reasons) {

    Arrivals of(Deadlines deadlines, Accepted accepted, Instant now) {
        var excuses = exceptions.of(deadlines.period()).stream()
                .collect(Collectors.toMap(LateException::sender, Function.identity()));
        var arrivals = units.inOrder().stream()
                .map(unit -> arrival(unit, accepted.of(unit.sender()), excuses))
                .toList();
        return new Arrivals(
                deadlines.period(), deadlines.unitDay(), deadlines.provisional(), deadlines.isLate(now), arrivals);
    }

    private Arrival arrival(ReportingUnit unit, List<StoredSubmission> accepted, Map<Sender, LateException> excuses) {
        var first = accepted.stream().findFirst();
        return new Arrival(
                unit,
                first.map(one -> one.arrival().receivedAt()),
                first.map(one -> one.decision().late()).orElse(false),
                Optional.ofNullable(excuses.get(unit.sender()))
                        .map(one -> new Excuse(one, reasons.titleOf(Use.LATE_EXCEPTION, one.reason()))));
    }
}
