package org.jianxi.gateway.registries.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the day as of which an extract was made from its file's name. */
final class DayInName {

    private static final int MONTH_ONLY = 6;
    private static final int WHOLE_DAY = 8;

    private DayInName() {}

    /** Where only a month stands, its last day is meant; empty where no real day stands there. */
    static Optional<LocalDate> find(Pattern pattern, String name) {
        var matcher = pattern.matcher(name);
        if (!matcher.find() || matcher.groupCount() < 1 || matcher.group(1) == null) {
            return Optional.empty();
        }
        var digits = matcher.group(1).replaceAll("[^0-9]", "");
        try {
            return switch (digits.length()) {
                case MONTH_ONLY -> Optional.of(month(digits).atEndOfMonth());
                case WHOLE_DAY -> Optional.of(month(digits).atDay(Integer.parseInt(digits, MONTH_ONLY, WHOLE_DAY, 10)));
                default -> Optional.empty();
            };
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static YearMonth month(String digits) {
        return YearMonth.of(Integer.parseInt(digits, 0, 4, 10), Integer.parseInt(digits, 4, MONTH_ONLY, 10));
    }
}
