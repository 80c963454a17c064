package org.jianxi.gateway.derivation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * A reading of the form that is not the form's and yet is met (口径差异): what the figures would be by it is set against what was
 * reported. All by dataset.
 *
 * @param countsAll whose records count that otherwise count nowhere
 * @param countsRecords whose records are counted where the form adds one of their fields up
 * @param takesNothingOff from whose sum nothing is taken off again
 * @param passesOver dates that are looked at by no condition
 * @param ofTheMonth dates that must lie in the month where the form has the year
 */
public record OtherReading(
        String id,
        Bilingual name,
        Set<String> countsAll,
        Set<String> countsRecords,
        Set<String> takesNothingOff,
        Map<String, Set<String>> passesOver,
        Map<String, Set<String>> ofTheMonth) {

    /** The definitions of those figures that come out otherwise for somebody who reads the form so. */
    public Definitions of(Definitions right) {
        var never = new LinkedHashMap<>(right.never());
        never.keySet().removeAll(countsAll);
        var figures = right.figures().stream()
                .filter(figure -> !of(figure).equals(figure)
                        || figure instanceof Definition.FromRecords counted
                                && right.never().containsKey(counted.dataset())
                                && countsAll.contains(counted.dataset()))
                .map(this::of)
                .toList();
        return new Definitions(right.forms(), right.belongsTo(), never, figures, List.of());
    }

    private Definition of(Definition figure) {
        return switch (figure) {
            case Definition.Reported reported -> reported;
            case Definition.FromRecords counted ->
                new Definition.FromRecords(
                        counted.indicator(),
                        counted.dataset(),
                        counted.added().filter(field -> !countsRecords.contains(counted.dataset())),
                        of(counted.dataset(), counted.when()),
                        less(counted));
        };
    }

    private Optional<Condition> less(Definition.FromRecords counted) {
        return counted.less()
                .filter(less -> !takesNothingOff.contains(counted.dataset()))
                .map(less -> of(counted.dataset(), less));
    }

    private Condition of(String dataset, Condition condition) {
        return switch (condition) {
            case Condition.Dated dated -> dated(dataset, dated);
            case Condition.Coded coded -> coded;
            case Condition.LeadsTo to ->
                new Condition.LeadsTo(to.field(), to.dataset(), of(to.dataset(), to.condition()));
            case Condition.All all -> new Condition.All(all(dataset, all.conditions()));
            case Condition.Any any -> new Condition.Any(all(dataset, any.conditions()));
            case Condition.Not not -> new Condition.Not(of(dataset, not.condition()));
        };
    }

    private List<Condition> all(String dataset, List<Condition> conditions) {
        return conditions.stream().map(one -> of(dataset, one)).toList();
    }

    private Condition dated(String dataset, Condition.Dated dated) {
        if (passesOver.getOrDefault(dataset, Set.of()).contains(dated.field())) {
            return new Condition.All(List.of());
        }
        return dated.when() == When.IN_YEAR
                        && ofTheMonth.getOrDefault(dataset, Set.of()).contains(dated.field())
                ? new Condition.Dated(dated.field(), When.IN_MONTH)
                : dated;
    }
}
