package org.jianxi.gateway.mapping.notation;

import org.jianxi.gateway.canonical.Folded;

/** Characters that look alike or not at all, made one. Never applied to what is kept, only to what is compared or counted. */
public final class Characters {

    private Characters() {}

    /** Full-width ASCII as ASCII, any space as a blank, invisible characters gone. */
    static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        return Folded.text(text);
    }

    /** Digits and signs a person may type full-width; a full-width comma stays, for it is no thousands separator. */
    public static String foldNumber(String text) {
        return fold(text.replace('，', '、')).strip();
    }

    /** A label as it is compared: folded and without any space. */
    public static String label(String text) {
        return isPlain(text) ? text : fold(text).replace(" ", "");
    }

    /** Whether nothing but visible ASCII and common Chinese characters stands there: most text, and nothing is to be folded. */
    static boolean isPlain(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (!isPlain(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char one) {
        return (one > ' ' && one < 0x7F) || (one >= 0x4E00 && one <= 0x9FFF);
    }

    /** Whether nothing is left of a label. */
    public static boolean isBlank(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (isPlain(text.charAt(at))) {
                return false;
            }
        }
        return label(text).isEmpty();
    }

    /** For messages: at most 60 characters, control characters and direction marks made visible. */
    public static String quoted(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(60).forEach(one -> {
            if (Character.isISOControl(one) || isUnseen(one) || one == 0x2028 || one == 0x2029) {
                shown.append("\\u%04X".formatted(one));
            } else {
                shown.appendCodePoint(one);
            }
        });
        return text.codePointCount(0, text.length()) > 60 ? shown + "…" : shown.toString();
    }

    static boolean isInvisible(int one) {
        return Folded.isInvisible(one);
    }

    static boolean isUnseen(int one) {
        return Folded.isUnseen(one);
    }
}
