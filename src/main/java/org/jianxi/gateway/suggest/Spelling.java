package org.jianxi.gateway.suggest;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names as they are compared: full-width letters, brackets, separators and case do not count. */
final class Spelling {

    private static final Pattern UNIT = Pattern.compile("[(（](个|人|名|家|元|千元|万元|元/月|元/人/月|必填|选填|\\*)[)）]");
    private static final Pattern PART = Pattern.compile("^(其中|其中:|其中：|#|\\*)+[:：]?");
    private static final Pattern RUN = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\p{IsHan}+");

    private Spelling() {}

    /** What is left when everything that never tells two names apart is gone. */
    static String bare(String name) {
        return plain(name).replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Words of letters, split at capitals, digits and signs, in small letters; and runs of Chinese. */
    static List<String> runs(String name) {
        return RUN.matcher(plain(name))
                .results()
                .map(MatchResult::group)
                .map(run -> run.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** How alike two bare names are, by the pairs of letters they share: 0 to 1. */
    static double likeness(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return 0;
        }
        var shared = 0;
        var left = other;
        for (var i = 0; i + 2 <= one.length(); i++) {
            var at = left.indexOf(one.substring(i, i + 2));
            if (at >= 0) {
                shared++;
                left = left.substring(0, at) + '\u0000' + left.substring(at + 1);
            }
        }
        return 2.0 * shared / (one.length() + other.length() - 2);
    }

    private static String plain(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return PART.matcher(UNIT.matcher(folded).replaceAll(""))
                .replaceFirst("")
                .strip();
    }
}
