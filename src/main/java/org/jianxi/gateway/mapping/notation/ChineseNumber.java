package org.jianxi.gateway.mapping.notation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in Chinese: 十二, 一百零五, 两千, 壹仟伍佰元整, 二〇二三, and digits before 万 or 亿: 1.2万. Exact, or none. */
public final class ChineseNumber {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Map<Character, Integer> UNITS = Map.of('十', 10, '百', 100, '千', 1000);
    private static final Pattern MIXED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([十百千万亿]*)");
    private static final Pattern POSITIONAL = Pattern.compile("[〇一二三四五六七八九]+");
    private static final int LONGEST = 40;

    private ChineseNumber() {}

    /** Neither a sign nor a unit of money; those are taken off before. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = plain(text);
        var mixed = MIXED.matcher(plain);
        if (mixed.matches()) {
            var value = new BigDecimal(mixed.group(1));
            for (var unit : mixed.group(2).toCharArray()) {
                value = value.movePointRight(zeros(unit));
            }
            return Optional.of(value);
        }
        var point = plain.indexOf('点');
        if (point >= 0) {
            return withFraction(plain.substring(0, point), plain.substring(point + 1));
        }
        return POSITIONAL.matcher(plain).matches()
                ? Optional.of(new BigDecimal(digits(plain)))
                : whole(plain).map(BigDecimal::valueOf);
    }

    /** Each 〇 to 九 as its digit; other characters stay. */
    static String digits(String text) {
        var digits = new StringBuilder(text.length());
        for (var one : plain(text).toCharArray()) {
            var at = DIGITS.indexOf(one);
            digits.append(at < 0 ? one : (char) ('0' + at));
        }
        return digits.toString();
    }

    private static Optional<BigDecimal> withFraction(String before, String behind) {
        var whole = POSITIONAL.matcher(before).matches() ? Optional.of(Long.parseLong(digits(before))) : whole(before);
        return POSITIONAL.matcher(behind).matches()
                ? whole.map(value -> new BigDecimal(value + "." + digits(behind)))
                : Optional.empty();
    }

    /** Section by section: what stands before 亿 and 万, then the rest. */
    private static Optional<Long> whole(String text) {
        var at = text.lastIndexOf('亿');
        var unit = 100_000_000L;
        if (at < 0) {
            at = text.lastIndexOf('万');
            unit = 10_000L;
        }
        if (at < 0) {
            return section(text);
        }
        var by = unit;
        var before = whole(text.substring(0, at));
        var behind = behind(text.substring(at + 1));
        return before.flatMap(
                high -> behind.filter(low -> low < by && high < 100_000_000L).map(low -> high * by + low));
    }

    /** 一万零五 is 10 005; 一万五 may be meant as 15 000 and is none. */
    private static Optional<Long> behind(String text) {
        if (text.isEmpty()) {
            return Optional.of(0L);
        }
        if (text.length() == 1) {
            return Optional.empty();
        }
        return text.startsWith("〇") ? whole(text.substring(1)) : whole(text);
    }

    /** Below 万: units must fall, a zero may stand for what is left out, 十 may begin. */
    private static Optional<Long> section(String text) {
        long sum = 0;
        var digit = -1;
        var below = 10_000;
        var zero = false;
        for (var i = 0; i < text.length(); i++) {
            var one = text.charAt(i);
            var unit = UNITS.get(one);
            if (unit == null) {
                var next = DIGITS.indexOf(one);
                if (next < 0 || digit > 0 || (next == 0 && (zero || sum == 0))) {
                    return Optional.empty();
                }
                zero |= next == 0;
                digit = next == 0 ? digit : next;
                continue;
            }
            if (unit >= below || (digit < 1 && !(unit == 10 && sum == 0 && !zero))) {
                return Optional.empty();
            }
            sum += (long) Math.max(digit, 1) * unit;
            digit = -1;
            zero = false;
            below = unit;
        }
        var value = sum + Math.max(digit, 0);
        var unclear = digit > 0 && !zero && below > 10 && below < 10_000;
        return unclear || zero && digit < 0 || value == 0 ? Optional.empty() : Optional.of(value);
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var one : text.toCharArray()) {
            var formal = "零壹贰叁肆伍陆柒捌玖拾佰仟萬億两○Ｏ兩".indexOf(one);
            plain.append(formal < 0 ? one : "〇一二三四五六七八九十百千万亿二〇〇二".charAt(formal));
        }
        return plain.toString();
    }

    private static int zeros(char unit) {
        return switch (unit) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            default -> 8;
        };
    }
}
