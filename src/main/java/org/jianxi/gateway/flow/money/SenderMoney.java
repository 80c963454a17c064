package org.jianxi.gateway.flow.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.entitlement.EntitlementRule;
import org.jianxi.gateway.entitlement.Entitlements;
import org.jianxi.gateway.entitlement.MonthLine;
import org.jianxi.gateway.entitlement.Question;
import org.jianxi.gateway.entitlement.UnitEntitlement;

/**
 * One sender's money up to a month.
 *
 * @param names of its units by their id
 * @param reported indicator 14 of its return that stands, in fen; empty where there is none
 */
public record SenderMoney(
        ReportingUnit unit,
        Period through,
        Entitlements entitlements,
        Map<String, UnitName> names,
        Optional<Long> reported) {

    public SenderMoney {
        names = Map.copyOf(names);
    }

    /** @param name as it is public; empty where it is not */
    public record UnitName(String creditCode, String name) {

        static final UnitName UNKNOWN = new UnitName("", "");

        /** Whatever there is to call it by. */
        public String shown() {
            return name.isEmpty() ? creditCode : name;
        }
    }

    public UnitName name(String unit) {
        return names.getOrDefault(unit, UnitName.UNKNOWN);
    }

    /** Those of the records, and whether indicator 14 is above the ceiling. */
    public List<Question> questions() {
        var all = new ArrayList<>(aboveCeiling().stream().toList());
        all.addAll(entitlements.questions());
        return all;
    }

    /** By rule, also beyond those that are listed. */
    public Map<EntitlementRule, Long> asked() {
        var asked = new EnumMap<EntitlementRule, Long>(EntitlementRule.class);
        asked.putAll(entitlements.asked());
        aboveCeiling().ifPresent(one -> asked.put(one.rule(), 1L));
        return asked;
    }

    private Optional<Question> aboveCeiling() {
        return reported.flatMap(entitlements.ceiling()::ask);
    }

    /** From January on. */
    public MonthLine year() {
        return entitlements.units().stream().map(this::year).reduce(MonthLine.NONE, MonthLine::plus);
    }

    public MonthLine year(UnitEntitlement one) {
        return one.between(new Period(through.month().withMonth(1)), through);
    }

    public MonthLine month(UnitEntitlement one) {
        return one.between(through, through);
    }
}
