package org.jianxi.gateway.canonical;

/** Text that every encoding can hold: half of a surrogate pair, as a message about a broken emoji may quote it, becomes U+FFFD. */
public final class WellFormed {

    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(WellFormed::isHalf)) {
            return text;
        }
        return text.codePoints()
                .map(point -> isHalf(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
