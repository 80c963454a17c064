package org.jianxi.gateway.mapping.notation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date in text, read by the first of the agreed forms that fits. */
public sealed interface DateText {

    /** @param at the first moment of what was written */
    record Read(LocalDateTime at, DateForm.Precision precision) implements DateText {}

    /** It fits a form and is no day of any calendar. */
    record Impossible() implements DateText {}

    /** Its year has two digits, and nobody may guess the century. */
    record ShortYear() implements DateText {}

    record Unknown() implements DateText {}

    int LONGEST = 40;
    int EARLIEST = 1900;
    int LATEST = 2100;
    ZoneId HERE = ZoneId.of("Asia/Shanghai");
    Pattern SHORT_YEAR = Pattern.compile("'?[0-9]{2}([-/.年])[0-9]{1,2}(\\1|月).*");
    Pattern IN_CHINESE = Pattern.compile("([〇零○Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})([日号]))?");

    static DateText read(String text, List<DateForm> forms) {
        if (text.length() > LONGEST) {
            return new Unknown();
        }
        var folded = written(Characters.fold(text).strip());
        for (var form : forms) {
            var found = form.matcher(folded);
            if (found.matches()) {
                return form.isSerial() ? serial(folded, form) : calendar(found, form);
            }
        }
        return SHORT_YEAR.matcher(folded).matches() ? new ShortYear() : new Unknown();
    }

    /** 二〇二三年六月 as 2023年6月, and no blanks around 年, 月 and 日. */
    private static String written(String text) {
        if (text.indexOf('年') < 0) {
            return text;
        }
        var close = text.replace(" ", "");
        var chinese = IN_CHINESE.matcher(close);
        if (!chinese.matches()) {
            return close;
        }
        var day = Optional.ofNullable(chinese.group(3)).map(one -> number(one) + chinese.group(4));
        return ChineseNumber.digits(chinese.group(1)) + "年" + number(chinese.group(2)) + "月" + day.orElse("");
    }

    private static String number(String chinese) {
        return ChineseNumber.parse(chinese).map(BigDecimal::toPlainString).orElse("0");
    }

    private static DateText serial(String text, DateForm form) {
        return form.system()
                .moment(new BigDecimal(text))
                .<DateText>map(at -> new Read(at, form.precision()))
                .orElse(new Impossible());
    }

    private static DateText calendar(Matcher found, DateForm form) {
        try {
            var at = LocalDateTime.of(
                    part(found, 1, 0),
                    part(found, 2, 1),
                    part(found, 3, 1),
                    part(found, 4, 0),
                    part(found, 5, 0),
                    part(found, 6, 0));
            var inZone = found.groupCount() < 7 || found.group(7) == null
                    ? at
                    : at.atOffset(ZoneOffset.of(found.group(7)))
                            .atZoneSameInstant(HERE)
                            .toLocalDateTime();
            return at.getYear() < EARLIEST || at.getYear() >= LATEST
                    ? new Impossible()
                    : new Read(inZone, form.precision());
        } catch (DateTimeException noSuchDay) {
            return new Impossible();
        }
    }

    private static int part(Matcher found, int group, int otherwise) {
        return found.groupCount() < group || found.group(group) == null
                ? otherwise
                : Integer.parseInt(found.group(group));
    }
}
