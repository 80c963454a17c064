package org.jianxi.gateway.suggest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.ReturnForm;

/** What speaks for a slot being an indicator, the month or the sender: its name, its number, and what stands there. */
final class ReturnJudge implements Matching.Judge {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)[_.-]?0*([1-9][0-9]?)");

    private final ReturnForm form;
    private final Names names;
    private final UnitNames units;
    private final Map<Integer, String> numbered = new HashMap<>();

    ReturnJudge(ReturnForm form, Names names, ReportingUnits units, List<Slot> slots) {
        this.form = form;
        this.names = names;
        this.units = new UnitNames(units);
        findNumbers(slots);
    }

    /** Names that only differ by a number, and have every number of the form once. */
    private void findNumbers(List<Slot> slots) {
        var groups = new HashMap<String, Map<String, Integer>>();
        for (var slot : slots) {
            for (var label : slot.labels()) {
                var match = NUMBERED.matcher(label);
                if (match.matches() && (slot.context().size() + match.group(1).length() > 0 || label.length() < 3)) {
                    groups.computeIfAbsent(slot.context() + match.group(1), any -> new HashMap<>())
                            .put(match.group(2), slot.order());
                }
            }
        }
        var wanted = new HashSet<String>();
        form.numbers().forEach(number -> wanted.add(Integer.toString(number)));
        for (var group : groups.values()) {
            if (group.keySet().equals(wanted)) {
                group.forEach((number, order) -> numbered.put(order, number));
            }
        }
    }

    @Override
    public Evidence of(Slot slot, Target target) {
        var shape = Shape.of(slot.values());
        return switch (target.id()) {
            case ReturnTargets.PERIOD -> period(slot, target, shape);
            case ReturnTargets.SENDER -> sender(slot, target, shape);
            default -> figure(slot, target, shape);
        };
    }

    private Evidence figure(Slot slot, Target target, Shape shape) {
        var name = names.of(slot, target);
        if (target.id().equals(numbered.get(slot.order()))) {
            name = name.score() > 0.5
                    ? name.and(0.05, "编号也相符", "and so numbered")
                    : Evidence.of(0.88, "编号与表内栏次相同", "numbered as the form numbers it");
        }
        if (!shape.isBlank() && !shape.isOfFigures()) {
            return name.times(0.3);
        }
        var money = form.indicator(Integer.parseInt(target.id())).unit().isMoney();
        if (!money && shape.hasDecimals()) {
            return name.times(0.8);
        }
        return money && shape.hasDecimals() && name.score() > 0.3 ? name.and(0.02, "有小数", "has decimals") : name;
    }

    private Evidence period(Slot slot, Target target, Shape shape) {
        var way = PeriodWays.of(shape);
        if (way.isEmpty()) {
            return Evidence.NONE;
        }
        var name = names.of(slot, target).score();
        var whole = !way.get().equals("yyyy-MM-dd");
        return name < 0.3 && !whole
                ? Evidence.NONE
                : Evidence.of(whole ? 0.55 + 0.4 * name : 0.25 + 0.6 * name, "写的是年月", "a month stands there");
    }

    private Evidence sender(Slot slot, Target target, Shape shape) {
        if (!units.areIn(shape.values())) {
            return Evidence.NONE;
        }
        var name = names.of(slot, target).score();
        return Evidence.of(0.5 + 0.4 * name, "写的是填报单位", "a reporting unit stands there");
    }
}
