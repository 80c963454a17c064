package org.jianxi.gateway.registries.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    // Eight characters are judged at once: as a long, the first in its lowest byte.
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;
    private static final long LOW_HALVES = ~HIGH_HALVES;
    private static final long SIX_EACH = 0x0606060606060606L;
    private static final long THREE_EACH = 0x3333333333333333L;
    private static final long EVERY_SECOND = 0x00FF00FF00FF00FFL;
    private static final long EVERY_FOURTH = 0x000000FF000000FFL;

    // The weights of GB 11643 are 7 9 10 5 8 4 2 1, 6 3 7 9 10 5 8 4 and 2.
    private static final long FIRST_EVEN = lanes(7, 10, 8, 2);
    private static final long FIRST_ODD = lanes(9, 5, 4, 1);
    private static final long SECOND_EVEN = lanes(6, 7, 10, 8);
    private static final long SECOND_ODD = lanes(3, 9, 5, 4);
    private static final int LAST_WEIGHT = 2;

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
        var first = (long) EIGHT.get(bytes, from);
        var second = (long) EIGHT.get(bytes, from + Long.BYTES);
        var digit = bytes[from + LENGTH - 2] - '0';
        if (!areDigits(first) || !areDigits(second) || digit < 0 || digit > 9) {
            return NONE;
        }
        var sum =
                weighed(first, FIRST_EVEN, FIRST_ODD) + weighed(second, SECOND_EVEN, SECOND_ODD) + digit * LAST_WEIGHT;
        var wanted = CHECK_DIGITS[sum % CHECK_DIGITS.length];
        var last = bytes[from + LENGTH - 1];
        return (last == wanted || (wanted == 'X' && last == 'X' + SMALL)) && isDay(bytes, from)
                ? number(first) * 1_000_000_000L + number(second) * 10 + digit
                : NONE;
    }

    /** Whether each of the eight bytes is one of 0 to 9. */
    private static boolean areDigits(long eight) {
        return (eight & HIGH_HALVES | (eight + SIX_EACH & HIGH_HALVES) >>> 4) == THREE_EACH;
    }

    /** Eight digits as a number, the lowest byte the first: neighbours are joined to two, four and eight digits. */
    private static long number(long eight) {
        var digits = eight & LOW_HALVES;
        var twos = digits * 10 + (digits >>> Byte.SIZE);
        return (twos & EVERY_FOURTH) * (100 + (1_000_000L << 32)) + (twos >>> 16 & EVERY_FOURTH) * (1 + (10_000L << 32))
                >>> 32;
    }

    /** The sum of digits times weights: a product's highest 16 bits hold the sum over its four lanes, and no lane overflows. */
    private static int weighed(long eight, long even, long odd) {
        var digits = eight & LOW_HALVES;
        return (int) ((digits & EVERY_SECOND) * even + (digits >>> Byte.SIZE & EVERY_SECOND) * odd >>> 48);
    }

    /** Four weights in lanes of 16 bits, the first in the highest, so that it meets the lowest digit. */
    private static long lanes(int first, int second, int third, int fourth) {
        return (long) first << 48 | (long) second << 32 | (long) third << 16 | fourth;
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
