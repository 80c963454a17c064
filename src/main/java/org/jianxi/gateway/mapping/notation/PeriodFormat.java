package org.jianxi.gateway.mapping.notation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;

/** How a source writes the month. The wire names stand in mapping files. */
public enum PeriodFormat {
    ISO("yyyy-MM", "([0-9]{4})-([0-9]{2})", false),
    BARE("yyyyMM", "([0-9]{4})([0-9]{2})", false),
    SLASHED("yyyy/M", "([0-9]{4})/([0-9]{1,2})", false),
    DATE("yyyy-MM-dd", "([0-9]{4})-([0-9]{2})-[0-9]{2}", false),
    CHINESE("yyyy年M月", "([0-9]{4})\\s*年\\s*([0-9]{1,2})\\s*月", true);

    private final String wireName;
    private final Pattern pattern;
    private final boolean anywhere;

    PeriodFormat(String wireName, String pattern, boolean anywhere) {
        this.wireName = wireName;
        this.pattern = Pattern.compile(pattern);
        this.anywhere = anywhere;
    }

    /** The different months written in the text; only {@code yyyy年M月} may stand among other words. */
    public List<Period> in(String text) {
        var found = pattern.matcher(Characters.fold(text).strip());
        if (!anywhere) {
            return found.matches()
                    ? period(found.group(1), found.group(2)).stream().toList()
                    : List.of();
        }
        Set<Period> months = new LinkedHashSet<>();
        while (found.find()) {
            period(found.group(1), found.group(2)).ifPresent(months::add);
        }
        return List.copyOf(months);
    }

    private static Optional<Period> period(String year, String month) {
        return Period.parse(year + "-" + (month.length() == 1 ? "0" + month : month));
    }

    public static Optional<PeriodFormat> named(String wireName) {
        return Stream.of(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst();
    }
}
