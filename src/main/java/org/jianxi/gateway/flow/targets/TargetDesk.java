package org.jianxi.gateway.flow.targets;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.forms.TargetFiles;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.TargetProgress;

/** Where everybody stands towards the year's targets: computed from what is accepted now, never kept. */
public record TargetDesk(TargetFiles files, Provincial provincial, ReportingUnits units) {

    /** From January to {@code through}; empty where no targets were set for that year. */
    public Optional<TargetProgress> of(Period through) {
        return files.of(through.year()).map(targets -> TargetProgress.of(targets, units, months(through)));
    }

    private SortedMap<Period, Map<Sender, Figures>> months(Period through) {
        var months = new TreeMap<Period, Map<Sender, Figures>>();
        for (var month = through; month.year() == through.year(); month = month.previous()) {
            months.put(month, accepted(month));
        }
        return months;
    }

    private Map<Sender, Figures> accepted(Period month) {
        return provincial.standing(month).figures().contributions().stream()
                .map(Contribution::content)
                .collect(Collectors.toMap(MonthlyReturn::sender, MonthlyReturn::figures));
    }
}
