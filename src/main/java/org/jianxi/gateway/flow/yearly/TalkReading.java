package org.jianxi.gateway.flow.yearly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.report.YearReport.Explained;
import org.jianxi.gateway.filing.report.YearReport.Reminded;
import org.jianxi.gateway.filing.report.YearReport.Talk;
import org.jianxi.gateway.flow.reminders.ReminderPage;
import org.jianxi.gateway.flow.reminders.ReminderPage.Told;
import org.jianxi.gateway.rollup.ProvincialFigures;

/** Counts what was said between the office and the senders. */
record TalkReading(Function<Period, ReminderPage> reminders, ReportingUnits units) {

    Talk of(List<ProvincialFigures> months) {
        var told = new HashMap<Sender, List<Told>>();
        months.stream()
                .flatMap(month -> reminders.apply(month.period()).rows().stream())
                .forEach(row -> told.computeIfAbsent(row.standing().unit().sender(), sender -> new ArrayList<>())
                        .addAll(row.told()));
        var reminded = units.inOrder().stream()
                .map(unit -> reminded(unit, told.getOrDefault(unit.sender(), List.of())))
                .toList();
        return new Talk(reminded, explained(months));
    }

    private static Reminded reminded(ReportingUnit unit, List<Told> told) {
        return new Reminded(unit, count(told, "webhook"), count(told, "mail"), count(told, "telephone"));
    }

    private static long count(List<Told> told, String way) {
        return told.stream().filter(one -> one.way().equals(way)).count();
    }

    private static List<Explained> explained(List<ProvincialFigures> months) {
        var times = new TreeMap<String, Long>();
        Map<String, Set<Sender>> by = new HashMap<>();
        for (var month : months) {
            for (var one : month.contributions()) {
                for (var explanation : one.content().explanations()) {
                    times.merge(explanation.rule(), 1L, Long::sum);
                    by.computeIfAbsent(explanation.rule(), rule -> new HashSet<>())
                            .add(one.sender());
                }
            }
        }
        return times.entrySet().stream()
                .map(one -> new Explained(
                        one.getKey(),
                        one.getValue(),
                        by.getOrDefault(one.getKey(), Set.of()).size()))
                .toList();
    }
}
