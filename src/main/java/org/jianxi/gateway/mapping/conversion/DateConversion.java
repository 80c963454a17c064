package org.jianxi.gateway.mapping.conversion;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.mapping.notation.DateForm;
import org.jianxi.gateway.mapping.notation.DateText;
import org.jianxi.gateway.mapping.table.Value;

/**
 * Dates, months and moments.
 *
 * @param wanted what the field holds
 * @param forms the ways of writing that were agreed, or all that can be told apart
 * @param agreed whether the mapping names them: then a cut they imply is agreed too
 * @param lastDay for a month where a day is wanted: its last day or its first; empty: a day must be written
 */
record DateConversion(DateForm.Precision wanted, List<DateForm> forms, boolean agreed, Optional<Boolean> lastDay)
        implements Conversion {

    DateConversion {
        forms = List.copyOf(forms);
    }

    @Override
    public Converted convert(Value value) {
        return switch (value) {
            case Value.Dated dated -> kept(dated.moment(), DateForm.Precision.MOMENT, false);
            case Value.Number number -> text(number.value().toPlainString());
            case Value.Text text -> text(text.text());
            case Value.Truth truth -> Converted.refused(FieldDemand.DATE, "是布尔值，不是日期", "is a boolean, not a date");
            default -> Conversion.unusable(value);
        };
    }

    private Converted text(String text) {
        if (Conversion.saysNothing(text) || text.strip().equals("无")) {
            return Converted.BLANK;
        }
        return switch (DateText.read(text, forms)) {
            case DateText.Read read -> kept(read.at(), read.precision(), agreed);
            case DateText.Impossible no ->
                Converted.refused(FieldDemand.DATE, "不是真实存在的日期", "is no day of the calendar");
            case DateText.ShortYear no ->
                Converted.refused(FieldDemand.DATE, "年份只有两位，请写成四位", "has a year of two digits; write four");
            case DateText.Unknown no ->
                Converted.refused(
                        FieldDemand.DATE,
                        agreed ? "不是约定的日期写法" : "不是可以确定的日期写法",
                        agreed ? "is not written as agreed" : "is not written in a way that is certain");
        };
    }

    private Converted kept(LocalDateTime at, DateForm.Precision stated, boolean cutAgreed) {
        return switch (wanted) {
            case MOMENT ->
                stated == DateForm.Precision.MONTH ? dayMissing() : new Converted.Good(new FieldValue.Moment(at));
            case DAY -> stated == DateForm.Precision.MONTH ? dayOfMonth(at) : day(at);
            case MONTH -> month(at, stated, cutAgreed);
        };
    }

    private static Converted day(LocalDateTime at) {
        var day = new FieldValue.Day(at.toLocalDate());
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Converted.Good(day)
                : Converted.told(day, FieldDemand.DATE_CUT, "带有时刻，只保留日期", "has a time of day; the date alone is kept");
    }

    private Converted dayOfMonth(LocalDateTime at) {
        var month = YearMonth.from(at);
        return lastDay.<Converted>map(
                        last -> new Converted.Good(new FieldValue.Day(last ? month.atEndOfMonth() : month.atDay(1))))
                .orElse(dayMissing());
    }

    private static Converted month(LocalDateTime at, DateForm.Precision stated, boolean cutAgreed) {
        var month = new FieldValue.Month(new Period(YearMonth.from(at)));
        var whole = stated == DateForm.Precision.MONTH
                || (at.getDayOfMonth() == 1 && at.toLocalTime().equals(LocalTime.MIDNIGHT));
        return whole || cutAgreed
                ? new Converted.Good(month)
                : Converted.told(month, FieldDemand.DATE_CUT, "带有日，只保留年月", "has a day; the month alone is kept");
    }

    private static Converted dayMissing() {
        return Converted.refused(
                FieldDemand.DATE,
                "只有年月，没有日；约定取月初或月末时在映射中写 day: first 或 day: last",
                "is a month without a day; where the first or the last was agreed, the mapping says day: first or day: last");
    }
}
