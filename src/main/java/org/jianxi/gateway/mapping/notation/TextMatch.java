package org.jianxi.gateway.mapping.notation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** A regular expression with one group, found in linear time (RE2) in at most a thousand characters. */
public record TextMatch(Pattern pattern) {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_PATTERN = 200;
    private static final int LARGEST_PROGRAM = 2_000;

    public static TextMatch read(Words words) {
        var written = words.text();
        try {
            if (written.length() > LONGEST_PATTERN) {
                throw words.problem("has more than %d characters".formatted(LONGEST_PATTERN));
            }
            var pattern = Pattern.compile(written);
            if (pattern.groupCount() != 1) {
                throw words.problem("must have one group ( ) around what is meant");
            }
            if (pattern.programSize() > LARGEST_PROGRAM) {
                throw words.problem("is too large a regular expression");
            }
            return new TextMatch(pattern);
        } catch (PatternSyntaxException bad) {
            throw words.problem("is no regular expression (RE2): " + bad.getDescription());
        }
    }

    /** What the group holds; empty where the expression is not found or its group took no part. */
    public Optional<String> in(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var found = pattern.matcher(text);
        return found.find() ? Optional.ofNullable(found.group(1)) : Optional.empty();
    }
}
