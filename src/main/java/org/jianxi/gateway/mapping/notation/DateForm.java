package org.jianxi.gateway.mapping.notation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way of writing a date. The names stand in mapping files; those of one form mean the same. */
public enum DateForm {
    DAY(Precision.DAY, "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", "yyyy-MM-dd", "yyyy-M-d"),
    SLASHED(Precision.DAY, "([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})", "yyyy/MM/dd", "yyyy/M/d"),
    DOTTED(Precision.DAY, "([0-9]{4})\\.([0-9]{1,2})\\.([0-9]{1,2})", "yyyy.MM.dd", "yyyy.M.d"),
    BARE(Precision.DAY, "([0-9]{4})([0-9]{2})([0-9]{2})", "yyyyMMdd"),
    CHINESE(Precision.DAY, "([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]", "yyyy年M月d日", "yyyy年MM月dd日"),
    MONTH(Precision.MONTH, "([0-9]{4})-([0-9]{1,2})", "yyyy-MM", "yyyy-M"),
    SLASHED_MONTH(Precision.MONTH, "([0-9]{4})/([0-9]{1,2})", "yyyy/MM", "yyyy/M"),
    DOTTED_MONTH(Precision.MONTH, "([0-9]{4})\\.([0-9]{1,2})", "yyyy.MM", "yyyy.M"),
    BARE_MONTH(Precision.MONTH, "([0-9]{4})([0-9]{2})", "yyyyMM"),
    CHINESE_MONTH(Precision.MONTH, "([0-9]{4})年([0-9]{1,2})月份?", "yyyy年M月", "yyyy年MM月"),
    STAMP(Precision.MOMENT, "([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})", "yyyyMMddHHmmss"),
    SHORT_STAMP(Precision.MOMENT, "([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})", "yyyyMMddHHmm"),
    TIMED(
            Precision.MOMENT,
            "([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?",
            "iso",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy/M/d HH:mm:ss",
            "yyyy/M/d H:mm:ss",
            "yyyy/M/d H:mm"),
    /** A serial number of a workbook's days. */
    EXCEL(Precision.MOMENT, "[0-9]{1,7}(?:\\.[0-9]+)?", "excel"),
    EXCEL_1904(Precision.MOMENT, "[0-9]{1,7}(?:\\.[0-9]+)?", "excel-1904");

    /** How much a form says. */
    public enum Precision {
        MONTH,
        DAY,
        MOMENT
    }

    private final Precision precision;
    private final Pattern pattern;
    private final List<String> names;

    DateForm(Precision precision, String pattern, String... names) {
        this.precision = precision;
        this.pattern = Pattern.compile(pattern);
        this.names = List.of(names);
    }

    public Precision precision() {
        return precision;
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    boolean isSerial() {
        return this == EXCEL || this == EXCEL_1904;
    }

    DateSystem system() {
        return this == EXCEL_1904 ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
    }

    public static Optional<DateForm> named(String name) {
        return Stream.of(values()).filter(form -> form.names.contains(name)).findFirst();
    }

    /** Whatever can be told apart without being agreed: all but bare serial numbers. */
    public static List<DateForm> clear() {
        return Stream.of(values()).filter(form -> !form.isSerial()).toList();
    }
}
