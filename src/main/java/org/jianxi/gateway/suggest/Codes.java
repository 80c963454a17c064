package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.forms.Code;
import org.jianxi.gateway.forms.CodeList;

/** The words of a sample held against a list of codes. */
final class Codes {

    private static final double ALIKE = 0.5;

    private Codes() {}

    /** The part of the values that the dictionary knows as a code or a word for one. */
    static double known(CodeList codes, Shape shape) {
        return shape.share(value -> isKnown(codes, value));
    }

    static boolean isKnown(CodeList codes, String value) {
        return codes.allows(value)
                || codes.allows("0" + value)
                || codes.codes().stream().anyMatch(code -> words(code).anyMatch(word -> same(word, value)));
    }

    /** The code whose wording comes nearest; empty when none is near. */
    static Optional<Code> nearest(CodeList codes, String value) {
        Code nearest = null;
        var most = ALIKE;
        for (var code : codes.codes()) {
            var likeness =
                    words(code).mapToDouble(word -> likeness(word, value)).max().orElse(0);
            if (likeness > most) {
                most = likeness;
                nearest = code;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Words of a column of the list's that are none of it and that a draft gives the code they come nearest to. */
    static List<String> alike(CodeList codes, Shape shape) {
        return shape.isOfWords()
                ? shape.distinct().stream()
                        .filter(word -> !isKnown(codes, word))
                        .filter(word -> nearest(codes, word).isPresent())
                        .toList()
                : List.of();
    }

    private static double likeness(String word, String value) {
        var one = Spelling.bare(word);
        var other = Spelling.bare(value);
        if (one.length() > 1 && other.length() > 1 && (other.contains(one) || one.contains(other))) {
            return 0.6 + 0.3 * Math.min(one.length(), other.length()) / Math.max(one.length(), other.length());
        }
        return Spelling.likeness(one, other);
    }

    private static Stream<String> words(Code code) {
        return Stream.of(Stream.of(code.label().zh(), code.label().en()), code.alsoCalled().stream())
                .flatMap(one -> one);
    }

    private static boolean same(String word, String value) {
        return word.replace(" ", "")
                .toLowerCase(Locale.ROOT)
                .equals(value.replace(" ", "").toLowerCase(Locale.ROOT));
    }
}
