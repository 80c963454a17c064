package org.jianxi.gateway.canonical;

/** Characters that look alike or not at all, made one. For what is compared, never for what is kept. */
public final class Folded {

    private static final int FULL_WIDTH = 0xFEE0;

    private Folded() {}

    /** Full-width ASCII as ASCII, any space as a blank, invisible characters gone. */
    public static String text(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            if (one >= 0xFF01 && one <= 0xFF5E) {
                folded.appendCodePoint(one - FULL_WIDTH);
            } else if (Character.isSpaceChar(one) || Character.isWhitespace(one)) {
                folded.append(' ');
            } else if (!isInvisible(one)) {
                folded.appendCodePoint(one);
            }
        });
        return folded.toString();
    }

    /** What carries no meaning. Marks that turn the direction of text do: a number with one in it is not to be trusted. */
    public static boolean isInvisible(int one) {
        return isUnseen(one) && !(one >= 0x202A && one <= 0x202E) && !(one >= 0x2066 && one <= 0x2069);
    }

    /** Format characters and variation selectors, those beyond the first plane too. */
    public static boolean isUnseen(int one) {
        return Character.getType(one) == Character.FORMAT
                || (one >= 0xFE00 && one <= 0xFE0F)
                || (one >= 0xE0100 && one <= 0xE01EF);
    }
}
