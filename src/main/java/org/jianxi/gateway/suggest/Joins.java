package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.source.SampleTable;

/**
 * Looks for what the records' own table does not say in the other sheets of a workbook: where a column of another sheet holds the
 * very values of one of ours, its rows belong to the records.
 */
final class Joins {

    private static final double LEAST_SHARED = 0.6;
    private static final int SHORTEST_KEY = 6;
    private static final Pattern UNITS = Pattern.compile("单位|企业|公司|基地|机构");
    private static final Pattern HOME = Pattern.compile("户籍|户口|常住|居住|学历|手机|性别");

    private final Names names;
    private final List<Target> targets;
    private final Contents contents;

    Joins(Names names, List<Target> targets, Contents contents) {
        this.names = names;
        this.targets = targets;
        this.contents = contents;
    }

    /** The same guesses, and those that other sheets add to them. */
    Result add(Result result, SampleTable own) {
        for (var table : contents.tables()) {
            if (!table.isHidden()
                    && !table.name().equals(own.name())
                    && !result.missing().isEmpty()) {
                result = joined(result, table);
            }
        }
        return result;
    }

    private Result joined(Result result, SampleTable table) {
        var alone = new Contents(contents.words(), List.of(table), List.of(), List.of());
        var found = new TableSamples(names, targets, alone).wide();
        if (found.isEmpty()) {
            return result;
        }
        var other = found.get().sample();
        var key = key(result.sample().slots(), other.slots());
        return key.map(on -> with(result, other, on)).orElse(result);
    }

    /** A sheet of units tells nothing of persons: where a unit lies is nobody's home. */
    private static boolean isOfPersons(Target target) {
        return target.labels().stream().anyMatch(label -> HOME.matcher(label).find());
    }

    private Result with(Result result, Sample other, Map<String, Object> on) {
        var name = "joined"
                + (joins(result.sample()).isEmpty()
                        ? ""
                        : joins(result.sample()).size() + 1);
        var slots = new ArrayList<Slot>();
        for (var slot : other.slots()) {
            if (!on.containsValue(slot.words().get("from"))) {
                slots.add(slot.joined(result.sample().slots().size() + slots.size(), name));
            }
        }
        var ofUnits = UNITS.matcher(other.words().get("sheet") + " " + on).find();
        var wanted = result.missing().stream()
                .filter(target -> !ofUnits || !isOfPersons(target))
                .toList();
        var guesses = new Matching(wanted, slots, new RecordJudge(names)).guesses();
        if (guesses.isEmpty()) {
            return result;
        }
        var words = new LinkedHashMap<>(other.words());
        words.keySet().retainAll(List.of("sheet", "header"));
        words.put("on", on);
        var joins = new LinkedHashMap<>(joins(result.sample()));
        joins.put(name, words);
        var all = new ArrayList<>(result.guesses());
        all.addAll(guesses);
        return new Result(result.sample().with("join", joins).and(slots), result.targets(), all);
    }

    /** The columns of the records' own table by which other sheets are joined. */
    static List<String> keys(Sample sample) {
        return joins(sample).values().stream()
                .flatMap(join -> join instanceof Map<?, ?> words && words.get("on") instanceof Map<?, ?> on
                        ? on.keySet().stream().map(String::valueOf)
                        : Stream.<String>empty())
                .toList();
    }

    private static Map<String, Object> joins(Sample sample) {
        var joins = new LinkedHashMap<String, Object>();
        if (sample.words().get("join") instanceof Map<?, ?> known) {
            known.forEach((name, words) -> joins.put(String.valueOf(name), words));
        }
        return joins;
    }

    /** The pair of columns that shares most; values that tell rows apart and are long enough to be no serial numbers. */
    private static Optional<Map<String, Object>> key(List<Slot> own, List<Slot> others) {
        Optional<Map<String, Object>> best = Optional.empty();
        var most = LEAST_SHARED;
        for (var other : others) {
            var values = keys(other);
            for (var one : own) {
                var mine = keys(one);
                var shared = values.stream().filter(mine::contains).count() / (double) Math.max(1, values.size());
                if (isKey(values) && shared >= most && !one.words().containsKey("in")) {
                    most = shared + 1e-9;
                    best = Optional.of(Map.of(
                            String.valueOf(one.words().get("from")),
                            String.valueOf(other.words().get("from"))));
                }
            }
        }
        return best;
    }

    private static boolean isKey(List<String> values) {
        return values.size() > 1
                && values.stream().distinct().count() == values.size()
                && values.stream().allMatch(value -> value.length() >= SHORTEST_KEY);
    }

    private static List<String> keys(Slot slot) {
        return Shape.of(slot.values()).values().stream()
                .map(value -> value.toUpperCase(Locale.ROOT))
                .collect(Collectors.toList());
    }
}
