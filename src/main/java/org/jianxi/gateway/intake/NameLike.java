package org.jianxi.gateway.intake;

import java.util.Locale;

/** File names by the simplest of patterns: {@code *} stands for any characters, all else for itself, case left aside. */
public final class NameLike {

    private NameLike() {}

    /** Takes time in proportion to the lengths, whatever the pattern: no backtracking that a long name could exploit. */
    public static boolean matches(String like, String name) {
        var parts = like.toLowerCase(Locale.ROOT).split("\\*", -1);
        var text = name.toLowerCase(Locale.ROOT);
        if (parts.length == 1) {
            return text.equals(parts[0]);
        }
        var last = parts[parts.length - 1];
        if (!text.startsWith(parts[0]) || !text.endsWith(last) || text.length() < parts[0].length() + last.length()) {
            return false;
        }
        var at = parts[0].length();
        var end = text.length() - last.length();
        for (var index = 1; index < parts.length - 1; index++) {
            var found = text.indexOf(parts[index], at);
            if (found < 0 || found + parts[index].length() > end) {
                return false;
            }
            at = found + parts[index].length();
        }
        return true;
    }
}
