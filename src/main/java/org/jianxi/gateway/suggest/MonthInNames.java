package org.jianxi.gateway.suggest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The month of a sample in the names of its sheets and columns, written so that it follows the month delivered for: {@code {M}月}. */
final class MonthInNames {

    private static final Pattern WHOLE =
            Pattern.compile("(?<![0-9])(20[0-9]{2})([年.\\-_/]?)(0?[1-9]|1[0-2])(?![0-9])(月?)");
    private static final Pattern MONTH = Pattern.compile("(?<![0-9])(0?[1-9]|1[0-2])月");

    private static final int LONGEST = 10;

    private MonthInNames() {}

    /** The month a sheet's name carries, 1 to 12. */
    static Optional<Integer> of(String name) {
        var whole = WHOLE.matcher(name);
        if (whole.find()) {
            return Optional.of(Integer.valueOf(whole.group(3)));
        }
        var month = MONTH.matcher(name);
        return month.find() ? Optional.of(Integer.valueOf(month.group(1))) : Optional.empty();
    }

    /** The name with its year and month open; itself where it carries none, or another than this. */
    static String open(String name, int month) {
        if (!of(name).equals(Optional.of(month))) {
            return name;
        }
        var whole = WHOLE.matcher(name);
        if (whole.find()) {
            return whole.replaceFirst(
                    "{yyyy}" + whole.group(2) + word(whole.group(3), whole.group(2)) + whole.group(4));
        }
        var alone = MONTH.matcher(name);
        return alone.find() ? alone.replaceFirst(word(alone.group(1), "月") + "月") : name;
    }

    /** What a column says of the months of its rows, left open; empty where it says no month in some row, or twice the same. */
    static Optional<String> ofRows(List<String> said) {
        var months = said.stream().map(MonthInNames::of).toList();
        if (said.size() < 2
                || said.stream().distinct().count() < said.size()
                || !months.stream().allMatch(Optional::isPresent)
                || !said.stream().allMatch(text -> text.length() <= LONGEST)) {
            return Optional.empty();
        }
        return said.stream()
                .map(text -> open(text, of(text).orElseThrow()))
                .min(Comparator.comparing(text -> !text.contains("{MM}")));
    }

    private static String word(String month, String before) {
        var tellsNothing = !month.startsWith("0") && month.length() > 1;
        return month.startsWith("0") || tellsNothing && (before.isEmpty() || before.equals("-")) ? "{MM}" : "{M}";
    }
}
