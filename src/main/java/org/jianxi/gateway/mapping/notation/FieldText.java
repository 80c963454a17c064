package org.jianxi.gateway.mapping.notation;

import java.util.Locale;

/** Text as fields of records keep, compare and show it. */
public final class FieldText {

    private static final int MOST_SHOWN = 40;

    private FieldText() {}

    /** As it is kept: without outer blanks and invisible characters, control characters as blanks. */
    public static String visible(String text) {
        if (Characters.isPlain(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> !Characters.isInvisible(one))
                .forEach(one -> kept.appendCodePoint(isGap(one) || Character.isISOControl(one) ? ' ' : one));
        return kept.toString().strip();
    }

    /** A label in lower case, as words of a list are compared. */
    public static String word(String text) {
        return Characters.label(text).toLowerCase(Locale.ROOT);
    }

    /** Any blank as an ordinary one; nothing else is changed. */
    public static String spaced(String text) {
        return text.codePoints()
                .map(one -> isGap(one) ? ' ' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What kinds of characters stand there, without saying which: 9 a digit, A a Latin letter, 字 any other letter. */
    public static String shape(String text) {
        var shape = text.codePoints()
                .limit(MOST_SHOWN)
                .map(FieldText::kind)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Characters.quoted(shape);
    }

    public static boolean hidesSomething(String text) {
        return !Characters.isPlain(text) && text.codePoints().anyMatch(Characters::isInvisible);
    }

    public static boolean turnsDirection(String text) {
        return !Characters.isPlain(text)
                && text.codePoints().anyMatch(one -> Characters.isUnseen(one) && !Characters.isInvisible(one));
    }

    private static boolean isGap(int one) {
        return Character.isSpaceChar(one) || Character.isWhitespace(one);
    }

    private static int kind(int one) {
        if (Character.isDigit(one)) {
            return '9';
        }
        if (!Character.isLetter(one)) {
            return one;
        }
        return one < 0x80 ? 'A' : '字';
    }
}
