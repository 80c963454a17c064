package org.jianxi.gateway.console.office;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.entitlement.EntitlementRule;
import org.jianxi.gateway.entitlement.MonthLine;
import org.jianxi.gateway.entitlement.Question;
import org.jianxi.gateway.entitlement.UnitEntitlement;
import org.jianxi.gateway.entitlement.Yuan;
import org.jianxi.gateway.flow.money.SenderMoney;
import org.jianxi.gateway.forms.Unit;

/**
 * One sender's units, those first whose due and paid differ most, and its questions. Amounts in yuan.
 *
 * @param of how many units there are
 * @param ceiling its parts and, last, its sum
 * @param asked how many questions there are of each rule
 */
public record SenderMoneyPage(
        List<UnitRow> units,
        int of,
        List<String> ceiling,
        String ceilingPrinted,
        Optional<String> reported,
        Map<EntitlementRule, Long> asked,
        List<QuestionRow> questions,
        long orphans) {

    private static final int MOST_UNITS = 200;
    private static final int MOST_QUESTIONS = 200;

    /** @param amounts due in the month; then since January due, claimed, paid, due less paid */
    public record UnitRow(String name, String creditCode, String retained, List<String> amounts) {}

    public record QuestionRow(Question question, String unit, String records) {}

    static SenderMoneyPage of(SenderMoney money) {
        var all = money.entitlements().units();
        var ceiling = money.entitlements().ceiling();
        return new SenderMoneyPage(
                all.stream()
                        .sorted(Comparator.comparingLong(unit -> -Math.abs(open(money.year(unit)))))
                        .limit(MOST_UNITS)
                        .map(unit -> row(money, unit))
                        .toList(),
                all.size(),
                Stream.of(ceiling.entitled(), ceiling.open(), ceiling.ahead(), ceiling.outside(), ceiling.total())
                        .map(Yuan::of)
                        .toList(),
                Unit.TEN_THOUSAND_YUAN.print(ceiling.total()),
                money.reported().map(Unit.TEN_THOUSAND_YUAN::print),
                new TreeMap<>(money.asked()),
                money.questions().stream()
                        .limit(MOST_QUESTIONS)
                        .map(one -> question(money, one))
                        .toList(),
                money.entitlements().orphans());
    }

    private static long open(MonthLine line) {
        return line.entitled().total() - line.paid().total();
    }

    private static UnitRow row(SenderMoney money, UnitEntitlement unit) {
        var year = money.year(unit);
        var name = money.name(unit.unit());
        return new UnitRow(
                name.shown(),
                name.creditCode(),
                unit.retained().retained() + " / " + unit.retained().ended(),
                Stream.of(
                                money.month(unit).entitled().total(),
                                year.entitled().total(),
                                year.claimed().total(),
                                year.paid().total(),
                                open(year))
                        .map(Yuan::of)
                        .toList());
    }

    /** Records by the first characters of their delivery, which find it, and the number in it. */
    private static QuestionRow question(SenderMoney money, Question one) {
        return new QuestionRow(
                one,
                one.unit().map(money::name).map(SenderMoney.UnitName::shown).orElse(""),
                one.records().stream().limit(6).collect(Collectors.joining(" ")));
    }
}
