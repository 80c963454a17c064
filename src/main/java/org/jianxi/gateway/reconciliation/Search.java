package org.jianxi.gateway.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Tries every set of causes, the smallest first. */
record Search(
        Map<Integer, Long> reported, Map<Integer, Long> derived, List<Cause> causes, Reconciliation.Printed printed) {

    boolean differs(int indicator) {
        return !printed.same(indicator, amount(reported, indicator), amount(derived, indicator));
    }

    /** All sets of the smallest size under which these figures are the reported ones. */
    List<List<Cause>> fewest(List<Integer> indicators) {
        var useful = causes.stream()
                .filter(cause -> indicators.stream().anyMatch(one -> effect(cause, one) != 0))
                .toList();
        for (var size = 1; size <= useful.size(); size++) {
            var found = sets(useful, size).stream()
                    .filter(set -> indicators.stream().allMatch(indicator -> explains(set, indicator)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What of those sets touches the figure. */
    Cell cell(int indicator, List<List<Cause>> sets) {
        var ids = sets.stream()
                .map(set -> set.stream()
                        .filter(cause -> effect(cause, indicator) != 0)
                        .map(Cause::id)
                        .toList())
                .toList();
        return new Cell(indicator, amount(reported, indicator), amount(derived, indicator), ids);
    }

    private boolean explains(List<Cause> set, int indicator) {
        var ours = amount(derived, indicator)
                + set.stream().mapToLong(cause -> effect(cause, indicator)).sum();
        return printed.same(indicator, amount(reported, indicator), ours);
    }

    private long effect(Cause cause, int indicator) {
        return cause.effect(indicator, amount(derived, indicator));
    }

    private static long amount(Map<Integer, Long> figures, int indicator) {
        return Objects.requireNonNull(figures.get(indicator));
    }

    private static List<List<Cause>> sets(List<Cause> causes, int size) {
        return IntStream.range(1, 1 << causes.size())
                .filter(bits -> Integer.bitCount(bits) == size)
                .mapToObj(bits -> chosen(causes, bits))
                .toList();
    }

    private static List<Cause> chosen(List<Cause> causes, int bits) {
        var chosen = new ArrayList<Cause>();
        for (var at = 0; at < causes.size(); at++) {
            if ((bits >> at & 1) == 1) {
                chosen.add(causes.get(at));
            }
        }
        return chosen;
    }
}
