package org.jianxi.gateway.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.ledger.ReturnKey;

/** What the office has done with a month already, and what therefore follows from a return that is accepted now. */
public record OfficeActs(
        FiledReturns filed, Approvals approvals, LateExceptions exceptions, LockSettings settings, ZoneId zone)
        implements Locks.Office {

    private static final Set<String> RULES =
            Set.of(FlowRule.YEAR_CLOSED.id(), FlowRule.AFTER_APPROVAL.id(), FlowRule.AFTER_FILING.id());

    /** What was said of the office's acts when a verdict was given: they are not done again when it is made again. */
    static List<Finding> among(List<Finding> findings) {
        return findings.stream().filter(one -> RULES.contains(one.rule())).toList();
    }

    @Override
    public List<Finding> of(ReturnKey key, Instant receivedAt) {
        var closed = key.period().year() <= settings.closedThrough() && !isAwaited(key, receivedAt);
        return (closed ? Optional.of(yearClosed(key.period())) : before(key.period()))
                .stream().toList();
    }

    /** An exception that the office recorded opens a closed year for this one unit and month, until the end of its day. */
    private boolean isAwaited(ReturnKey key, Instant receivedAt) {
        return exceptions
                .find(key.sender(), key.period())
                .filter(one -> !LocalDate.ofInstant(receivedAt, zone).isAfter(one.until()))
                .isPresent();
    }

    private Finding yearClosed(Period period) {
        var rule = FlowRule.YEAR_CLOSED;
        var year = Integer.toString(settings.closedThrough());
        var message = new Bilingual(
                "%s 年及以前已关账，%s 的报表不再受理；确需更正请与省厅联系".formatted(year, period),
                "the years up to %s are closed and nothing is taken in for %s; ask the office if it must be corrected"
                        .formatted(year, period));
        return Finding.error(rule, Place.WHOLE, message)
                .locked(Lock.of(Lock.Kind.PERIOD, Map.of("closedThrough", year, "period", period.toString())));
    }

    private Optional<Finding> before(Period period) {
        var inForce = filed.inForce(period);
        return approvals
                .latest(period)
                .filter(approval -> inForce.filter(one -> !one.filedAt().isBefore(approval.approvedAt()))
                        .isEmpty())
                .map(OfficeActs::approved)
                .or(() -> inForce.map(one -> filed(one, filed.nextNumber(period))));
    }

    private static Finding approved(Approval approval) {
        var rule = FlowRule.AFTER_APPROVAL;
        var message = new Bilingual(
                "%s 的全省数据已于 %s 由审核岗审核，尚未上报；本次报送已受理并计入汇总，原审核不再适用，须重新审核后上报"
                        .formatted(approval.period(), approval.approvedAt()),
                "the province's figures of %s were approved at %s by the approving officer and are not filed yet; this return is"
                                .formatted(approval.period(), approval.approvedAt())
                        + " accepted and counts, that approval no longer holds, and the figures are approved anew before they are filed");
        var facts = Map.of(
                "approvedAt", approval.approvedAt().toString(),
                "revision", Integer.toString(approval.revision()),
                "next", "approval");
        return Finding.info(rule, Place.WHOLE, message).locked(Lock.of(Lock.Kind.APPROVED, facts));
    }

    private static Finding filed(Filed filed, int number) {
        var rule = FlowRule.AFTER_FILING;
        var message = new Bilingual(
                "%s 的全省数据已于 %s 上报，报文号 %s；本次报送已受理，所改数据待审核后作为第 %d 号更正另行上报，已上报的内容不变"
                        .formatted(filed.period(), filed.filedAt(), filed.messageId(), number),
                "the province's return of %s was filed at %s as %s; this return is accepted, and what it changes travels as correction %d once it is approved; what was filed stays as it is"
                        .formatted(filed.period(), filed.filedAt(), filed.messageId(), number));
        var facts = Map.of(
                "filedAt", filed.filedAt().toString(),
                "message", filed.messageId(),
                "correction", Integer.toString(number),
                "next", "correction");
        return Finding.info(rule, Place.WHOLE, message).locked(Lock.of(Lock.Kind.FILED, facts));
    }
}
