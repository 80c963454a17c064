package org.jianxi.gateway.suggest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which days, moments and months are written. */
final class Dates {

    private static final String YEAR = "(19|20)[0-9]{2}";
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12][0-9]|3[01])";
    private static final String SHORT_MONTH = "(0?[1-9]|1[0-2])";
    private static final String SHORT_DAY = "(0?[1-9]|[12][0-9]|3[01])";
    private static final String CLOCK = "([01]?[0-9]|2[0-3]):[0-5][0-9]";

    static final Map<String, Pattern> DAYS = ways(
            "yyyy-MM-dd", YEAR + "-" + SHORT_MONTH + "-" + SHORT_DAY,
            "yyyyMMdd", YEAR + MONTH + DAY,
            "yyyy/M/d", YEAR + "/" + SHORT_MONTH + "/" + SHORT_DAY,
            "yyyy.M.d", YEAR + "\\." + SHORT_MONTH + "\\." + SHORT_DAY,
            "yyyy年M月d日", YEAR + "年" + SHORT_MONTH + "月" + SHORT_DAY + "[日号]",
            "yyyyMMddHHmmss", YEAR + MONTH + DAY + "([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]",
            "yyyyMMddHHmm", YEAR + MONTH + DAY + "([01][0-9]|2[0-3])[0-5][0-9]",
            "iso",
                    YEAR + "[-/.]" + SHORT_MONTH + "[-/.]" + SHORT_DAY + "[ T]" + CLOCK
                            + "(:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?");

    static final Map<String, Pattern> MONTHS = ways(
            "yyyy-MM", YEAR + "-" + SHORT_MONTH,
            "yyyyMM", YEAR + MONTH,
            "yyyy/M", YEAR + "/" + SHORT_MONTH,
            "yyyy.M", YEAR + "\\." + SHORT_MONTH,
            "yyyy年M月", YEAR + "年" + SHORT_MONTH + "月");

    private static final String EXCEL = "excel";

    private Dates() {}

    /** Each way that some value needs; empty unless four of five values are written in one of them. */
    static List<String> patterns(List<Said> values, Map<String, Pattern> ways) {
        Set<String> needed = new LinkedHashSet<>();
        var fitting = 0;
        var dated = values.stream().anyMatch(value -> value.kind() == Said.Kind.DATE);
        for (var value : values) {
            var way = dated && isSerial(value) ? EXCEL : wayOf(value, ways);
            if (!way.isEmpty()) {
                fitting++;
                needed.add(way);
            }
        }
        return values.isEmpty() || fitting < 0.8 * values.size() ? List.of() : List.copyOf(needed);
    }

    /** A day that its cell does not show as one, among others that do. */
    private static boolean isSerial(Said value) {
        return value.kind() == Said.Kind.NUMBER
                && Shape.SERIAL.matcher(value.bare()).matches();
    }

    private static String wayOf(Said value, Map<String, Pattern> ways) {
        if (value.kind() == Said.Kind.DATE) {
            return EXCEL;
        }
        for (var way : ways.entrySet()) {
            if (way.getValue().matcher(value.bare()).matches()) {
                return way.getKey();
            }
        }
        return "";
    }

    private static Map<String, Pattern> ways(String... pairs) {
        var ways = new LinkedHashMap<String, Pattern>();
        for (var i = 0; i < pairs.length; i += 2) {
            ways.put(pairs[i], Pattern.compile(pairs[i + 1]));
        }
        return ways;
    }
}
