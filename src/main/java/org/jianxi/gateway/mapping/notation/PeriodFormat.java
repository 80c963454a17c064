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
    /** The day of a filing, {@code 2024年6月3日}, is no month of a return. */
    CHINESE(
            "yyyy年M月",
            "([0-9]{4}|[〇零○一二三四五六七八九]{4})\\s*年\\s*([0-9]{1,2}|十[一二]?|[一二三四五六七八九])\\s*月(?!\\s*[0-9一二三四五六七八九十]{1,3}\\s*[日号])",
            true);

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
        return ChineseNumber.parse(month)
                .flatMap(number -> Period.parse("%s-%02d".formatted(ChineseNumber.digits(year), number.intValue())));
    }

    public static Optional<PeriodFormat> named(String wireName) {
        return Stream.of(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst();
    }
}
