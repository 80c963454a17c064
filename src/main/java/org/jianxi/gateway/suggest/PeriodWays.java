package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In which of the ways a mapping knows a month is written. */
final class PeriodWays {

    private static final List<String> BY_PREFERENCE = List.of("yyyy-MM", "yyyyMM", "yyyy/M", "yyyy年M月", "yyyy-MM-dd");

    private PeriodWays() {}

    static Optional<String> of(Shape shape) {
        return BY_PREFERENCE.stream()
                .filter(way -> shape.share(text -> fits(way, text)) == 1)
                .findFirst();
    }

    static Optional<String> of(Stream<String> texts) {
        return texts.anyMatch(text -> fits("yyyy年M月", Said.text(text).bare()))
                ? Optional.of("yyyy年M月")
                : Optional.empty();
    }

    private static boolean fits(String way, String text) {
        var pattern = Shape.PERIODS.get(way);
        return pattern != null && pattern.matcher(text).matches();
    }
}
