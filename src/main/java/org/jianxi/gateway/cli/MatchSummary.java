package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.matching.RegistryMatch;

/** What {@code match} says of a run: counts, pace and memory, and nothing of any person. Members: docs/registries.md. */
record MatchSummary(Matched matched) {

    private static final double MEGABYTE = 1024 * 1024;

    Map<String, Object> json() {
        var document = new LinkedHashMap<String, Object>();
        document.put("people", people());
        document.put("counts", counts());
        document.put(
                "registries",
                matched.registries().stream().map(MatchSummary::registry).toList());
        document.put("rows", matched.rows());
        document.put("seconds", matched.took().toMillis() / 1e3);
        document.put("rowsPerSecond", Math.round(matched.rowsPerSecond()));
        document.put("peakMemoryBytes", matched.memory().bytes());
        return document;
    }

    private Map<String, Object> people() {
        var people = new LinkedHashMap<String, Object>();
        people.put("rows", matched.people().size());
        people.put("valid", matched.people().valid());
        people.put("invalid", matched.people().size() - matched.people().valid());
        return people;
    }

    /** Over all registries. */
    private Map<String, Integer> counts() {
        var sum = new LinkedHashMap<String, Integer>();
        for (var registry : matched.registries()) {
            named(registry).forEach((result, count) -> sum.merge(result, count, Integer::sum));
        }
        return sum;
    }

    private static Map<String, Object> registry(RegistryMatch match) {
        var registry = new LinkedHashMap<String, Object>();
        registry.put("registry", match.registry());
        registry.put("rows", match.rows());
        registry.put("unusable", match.unusable());
        registry.put("counts", named(match));
        return registry;
    }

    private static Map<String, Integer> named(RegistryMatch match) {
        var named = new LinkedHashMap<String, Integer>();
        match.outcomes().counts().forEach((result, count) -> named.put(result.name(), count));
        return named;
    }

    void printTo(PrintWriter out) {
        for (var match : matched.registries()) {
            var counts = match.outcomes().counts();
            out.printf(
                    Locale.ROOT,
                    "%s  命中 hit %,d · 姓名不符 name differs %,d · 未命中 miss %,d · 证件号无效 invalid %,d · 库 registry %,d 行 rows, %,d 无有效证件号 without a valid number%n",
                    match.registry(),
                    counts.get(MatchResult.HIT),
                    counts.get(MatchResult.NAME_MISMATCH),
                    counts.get(MatchResult.MISS),
                    counts.get(MatchResult.ID_INVALID),
                    match.rows(),
                    match.unusable());
        }
        out.printf(
                Locale.ROOT,
                "%.1f s · %,.0f 行 rows/s · 内存 memory %.0f MB%n",
                matched.took().toMillis() / 1e3,
                matched.rowsPerSecond(),
                matched.memory().bytes() / MEGABYTE);
        List.of("未命中不等于没有困难。", "A miss is no finding that there is no hardship.")
                .forEach(out::println);
        out.flush();
    }
}
