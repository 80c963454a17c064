package org.jianxi.gateway.registries.linkage;

import java.time.LocalDate;
import java.util.Optional;

/** How far two descriptions agree, in the levels that the weights name. Symmetric. */
final class Comparison {

    static final String EQUAL = "equal";
    static final String SIMILAR = "similar";
    static final String DIFFERENT = "different";
    static final String COUNTY = "county";
    static final String PREFECTURE = "prefecture";
    static final String PROVINCE = "province";
    static final String ELSEWHERE = "elsewhere";

    private static final int OF_PREFECTURE = 4;
    private static final int OF_PROVINCE = 2;
    private static final int ALIKE = 2;

    private Comparison() {}

    /** Empty where either has no name: that says nothing. */
    static Optional<String> names(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (one.equals(other)) {
            return Optional.of(EQUAL);
        }
        return Optional.of(
                areSimilar(one.codePoints().toArray(), other.codePoints().toArray()) ? SIMILAR : DIFFERENT);
    }

    /** One character differs, is missing, or two neighbours have changed places; a name of one character is like no other. */
    private static boolean areSimilar(int[] one, int[] other) {
        if (Math.min(one.length, other.length) < ALIKE || Math.abs(one.length - other.length) > 1) {
            return false;
        }
        var front = 0;
        while (front < Math.min(one.length, other.length) && one[front] == other[front]) {
            front++;
        }
        var back = 0;
        while (back < Math.min(one.length, other.length) - front
                && one[one.length - 1 - back] == other[other.length - 1 - back]) {
            back++;
        }
        var oneLeft = one.length - front - back;
        var otherLeft = other.length - front - back;
        return Math.max(oneLeft, otherLeft) == 1
                || (oneLeft == ALIKE
                        && otherLeft == ALIKE
                        && one[front] == other[front + 1]
                        && one[front + 1] == other[front]);
    }

    static Optional<String> days(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(first -> other.map(second -> days(first, second)));
    }

    private static String days(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return EQUAL;
        }
        var equal = (one.getYear() == other.getYear() ? 1 : 0)
                + (one.getMonthValue() == other.getMonthValue() ? 1 : 0)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
        var swapped = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        return equal == ALIKE || swapped ? SIMILAR : DIFFERENT;
    }

    static Optional<String> divisions(Optional<String> one, Optional<String> other) {
        return one.flatMap(first -> other.map(second -> {
            if (first.equals(second)) {
                return COUNTY;
            }
            if (first.regionMatches(0, second, 0, OF_PREFECTURE)) {
                return PREFECTURE;
            }
            return first.regionMatches(0, second, 0, OF_PROVINCE) ? PROVINCE : ELSEWHERE;
        }));
    }
}
