package org.jianxi.gateway.flow.money;

import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.entitlement.Ceiling;
import org.jianxi.gateway.entitlement.EntitlementRule;
import org.jianxi.gateway.entitlement.MonthLine;

/** A sender among the seventeen: what was due, claimed and paid since January, what could be paid, what it reported. */
public record MoneySummary(ReportingUnit unit, Optional<Known> known, Optional<Long> reported) {

    /**
     * What follows from records; a sender that delivered none has nothing here, which is not nothing due.
     *
     * @param questions how many there are
     */
    public record Known(MonthLine year, Ceiling ceiling, long questions) {}

    static MoneySummary of(SenderMoney money) {
        var questions = money.asked().entrySet().stream()
                .filter(one -> one.getKey() != EntitlementRule.NO_RULE)
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        return new MoneySummary(
                money.unit(),
                Optional.of(new Known(money.year(), money.entitlements().ceiling(), questions)),
                money.reported());
    }
}
