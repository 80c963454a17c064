package org.jianxi.gateway.overlaps;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong among the placements of one person (人社部发〔2023〕27号 三(三)). Pure.
 *
 * <p>A day that ends one placement and begins another is no overlap: people change on it. Days in two placements count once towards
 * the twelve months.
 */
public final class OverlapCheck {

    private static final int MOST_MONTHS = 12;
    private static final int TOUCHING = 1;

    private OverlapCheck() {}

    /** @param placements of one person; a record stands among them once */
    public static List<Overlap> among(List<Placement> placements) {
        var sorted = placements.stream()
                .filter(one -> !one.until().isBefore(one.firstDay()))
                .sorted(Comparator.comparing(Placement::firstDay).thenComparing(Placement::name))
                .toList();
        return Stream.concat(pairs(sorted), total(sorted)).toList();
    }

    private static Stream<Overlap> pairs(List<Placement> sorted) {
        var found = new ArrayList<Overlap>();
        for (var first = 0; first < sorted.size(); first++) {
            for (var second = first + 1; second < sorted.size(); second++) {
                var one = sorted.get(first);
                var other = sorted.get(second);
                if (sharedDays(one, other) > TOUCHING) {
                    found.add(new Overlap(kind(one, other), List.of(one, other)));
                }
            }
        }
        return found.stream();
    }

    private static OverlapKind kind(Placement one, Placement other) {
        return one.sender().equals(other.sender()) ? OverlapKind.AT_ONCE : OverlapKind.TWO_PREFECTURES;
    }

    private static long sharedDays(Placement one, Placement other) {
        var from = later(one.firstDay(), other.firstDay());
        var until = one.until().isBefore(other.until()) ? one.until() : other.until();
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** Of one placement its own rule speaks, when it comes in. */
    private static Stream<Overlap> total(List<Placement> sorted) {
        return sorted.size() > 1 && isTooLong(sorted)
                ? Stream.of(new Overlap(OverlapKind.BEYOND_TWELVE_MONTHS, sorted))
                : Stream.empty();
    }

    /** Laid end to end from the first day on, however the last day is counted. */
    private static boolean isTooLong(List<Placement> sorted) {
        var first = sorted.getFirst().firstDay();
        var counted = first;
        var days = 0L;
        for (var one : sorted) {
            var from = later(counted, one.firstDay());
            if (!one.until().isBefore(from)) {
                days += ChronoUnit.DAYS.between(from, one.until()) + 1;
                counted = one.until().plusDays(1);
            }
        }
        return first.plusDays(days - 1).isAfter(first.plusMonths(MOST_MONTHS));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
