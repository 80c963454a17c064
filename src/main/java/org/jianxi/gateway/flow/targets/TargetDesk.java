package org.jianxi.gateway.flow.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jianxi.gateway.rollup.ProvincialFigures;
import org.jianxi.gateway.rollup.TargetProgress;

/** Where everybody stands towards the year's targets: computed from what is accepted now, never kept. */
public record TargetDesk(TargetFiles files, Provincial provincial, ReportingUnits units) {

    /** From January to {@code through}; empty where no targets were set for that year. */
    public Optional<TargetProgress> of(Period through) {
        return files.of(through.year()).flatMap(targets -> {
            var months = new ArrayList<ProvincialFigures>();
            for (var month = through; month.year() == through.year(); month = month.previous()) {
                months.add(provincial.standing(month).figures());
            }
            return of(through.year(), months);
        });
    }

    /**
     * The same from figures at hand.
     *
     * @param months of that year, one at least
     */
    public Optional<TargetProgress> of(int year, List<ProvincialFigures> months) {
        var accepted = new TreeMap<Period, Map<Sender, Figures>>();
        months.forEach(month -> accepted.put(month.period(), accepted(month)));
        return files.of(year).map(targets -> TargetProgress.of(targets, units, accepted));
    }

    private static Map<Sender, Figures> accepted(ProvincialFigures month) {
        return month.contributions().stream()
                .map(Contribution::content)
                .collect(Collectors.toMap(MonthlyReturn::sender, MonthlyReturn::figures));
    }
}
