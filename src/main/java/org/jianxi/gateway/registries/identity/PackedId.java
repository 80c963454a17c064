package org.jianxi.gateway.registries.identity;

import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.canonical.CitizenId;

/**
 * A citizen's number in 64 bits: its first 17 digits as one number, for the 18th follows from them. Judged on bytes, because tens of
 * millions are.
 */
public final class PackedId {

    /** No citizen's number is written there in its plain form. */
    public static final long NONE = -1;

    /** In characters, and in bytes. */
    public static final int LENGTH = 18;

    private static final int YEAR = 6;
    private static final int MONTH = 10;
    private static final int DAY = 12;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final byte[] CHECK_DIGITS = "10X98765432".getBytes(StandardCharsets.US_ASCII);
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SMALL = 0x20;

    private PackedId() {}

    static long of(CitizenId citizen) {
        return Long.parseLong(citizen.number(), 0, LENGTH - 1, 10);
    }

    /** The number in these bytes, or {@link #NONE}: not 18 characters, a wrong check digit, no such day. A small x counts as X. */
    public static long of(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || bytes[from] == '0') {
            return NONE;
        }
        var packed = 0L;
        var sum = 0;
        for (var at = 0; at < LENGTH - 1; at++) {
            var digit = bytes[from + at] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            packed = packed * 10 + digit;
            sum += digit * WEIGHTS[at];
        }
        var wanted = CHECK_DIGITS[sum % CHECK_DIGITS.length];
        var last = bytes[from + LENGTH - 1];
        return (last == wanted || (wanted == 'X' && last == 'X' + SMALL)) && isDay(bytes, from) ? packed : NONE;
    }

    /** The same of text, whichever way {@link IdNumber} can read it. */
    public static long read(String written) {
        if (written.length() == LENGTH) {
            var plain = of(written.getBytes(StandardCharsets.UTF_8), 0, LENGTH);
            if (plain != NONE) {
                return plain;
            }
        }
        return IdNumber.read(written).map(number -> of(number.citizen())).orElse(NONE);
    }

    private static boolean isDay(byte[] bytes, int from) {
        var month = two(bytes, from + MONTH);
        if (month < 1 || month > 12) {
            return false;
        }
        var day = two(bytes, from + DAY);
        return day >= 1 && day <= DAYS[month] && (month != 2 || day < 29 || isLeap(bytes, from));
    }

    private static boolean isLeap(byte[] bytes, int from) {
        var century = two(bytes, from + YEAR);
        var year = two(bytes, from + YEAR + 2);
        return year == 0 ? century % 4 == 0 : year % 4 == 0;
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }
}
