package org.jianxi.gateway.recordfiles;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.FieldType;

/** Text of a record file, as the dictionary types it: a day, a month as its first day, a code or an id as text, a whole number, hundredths, money in fen. */
final class FieldParsing {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TWO_DECIMALS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern OFFICE = Pattern.compile("[0-9]{6}");

    private FieldParsing() {}

    /** Why a text is not what its field holds. */
    static final class Misfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Bilingual why;

        Misfit(String zh, String en) {
            super(en);
            this.why = new Bilingual(zh, en);
        }

        Bilingual why() {
            return why;
        }
    }

    /** @param text not blank */
    static Object parse(FieldType type, String text) throws Misfit {
        return switch (type) {
            case FieldType.Day day -> day(text);
            case FieldType.Month month -> month(text);
            case FieldType.Coded coded -> code(coded.codes(), text);
            case FieldType.Whole whole -> whole(whole, text);
            case FieldType.Money money -> fen(text);
            case FieldType.Decimal decimal when decimal.decimals() == 2 -> hundredths(text);
            case FieldType.Office office -> office(text);
            default -> text;
        };
    }

    private static LocalDate day(String text) throws Misfit {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new Misfit("不是日期，应写作 2023-06-01", "is no date; write it as 2023-06-01");
        }
    }

    private static LocalDate month(String text) throws Misfit {
        return Period.parse(text)
                .map(Period::firstDay)
                .orElseThrow(() -> new Misfit("不是月份，应写作 2023-06", "is no month; write it as 2023-06"));
    }

    private static String code(CodeList codes, String text) throws Misfit {
        if (codes.allows(text)) {
            return text;
        }
        var known = codes.codes().stream().map(Code::code).collect(Collectors.joining(", "));
        throw new Misfit("不是代码，可用 " + known, "is no code; there are " + known);
    }

    private static Long whole(FieldType.Whole type, String text) throws Misfit {
        if (WHOLE.matcher(text).matches()) {
            var number = Long.parseLong(text);
            if (number >= type.least() && number <= type.most()) {
                return number;
            }
        }
        throw new Misfit(
                "不是%d至%d的整数".formatted(type.least(), type.most()),
                "is no whole number from %d to %d".formatted(type.least(), type.most()));
    }

    private static Long fen(String text) throws Misfit {
        if (TWO_DECIMALS.matcher(text).matches()) {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        }
        throw new Misfit(
                "不是以元为单位、最多两位小数的金额，如 1500.00", "is no amount in yuan with two decimals at most, such as 1500.00");
    }

    private static Long hundredths(String text) throws Misfit {
        if (TWO_DECIMALS.matcher(text).matches()) {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        }
        throw new Misfit("不是最多两位小数的数，如 1 或 0.50", "is no number with two decimals at most, such as 1 or 0.50");
    }

    private static String office(String text) throws Misfit {
        if (OFFICE.matcher(text).matches()) {
            return text;
        }
        throw new Misfit("不是六位填报单位代码，如 530100", "is no reporting unit's code of six digits, such as 530100");
    }
}
