package org.jianxi.gateway.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.forms.Relation.Comparison;
import org.jianxi.gateway.forms.Relation.Term;

/**
 * The notice's own way of writing a relation: {@code 5≥6≥7}, {@code 8≥9+11}, and with a prime for last month's figure
 * {@code 13=13'+6-8-12}.
 */
final class RelationNotation {

    private static final Pattern SIGN = Pattern.compile("[≥≤=]");
    private static final Pattern SIDE = Pattern.compile("[0-9]{1,4}'?([+-][0-9]{1,4}'?)*");
    private static final Pattern TERM = Pattern.compile("([+-]?)([0-9]{1,4})('?)");

    private RelationNotation() {}

    /** One comparison of a chain, with the part of the notation that says it. */
    record Comparing(String notation, List<Term> left, Comparison comparison, List<Term> right) {}

    /** The comparisons of a chain from left to right; empty when the text is not in the notation. */
    static Optional<List<Comparing>> parse(String text) {
        var sides = List.of(SIGN.split(text, -1));
        if (sides.size() < 2
                || !sides.stream().allMatch(side -> SIDE.matcher(side).matches())) {
            return Optional.empty();
        }
        var signs = SIGN.matcher(text)
                .results()
                .map(found -> found.group().charAt(0))
                .toList();
        var chain = new ArrayList<Comparing>();
        for (int i = 0; i < signs.size(); i++) {
            var comparison = comparison(signs.get(i));
            var notation = sides.get(i) + comparison.sign() + sides.get(i + 1);
            chain.add(new Comparing(notation, terms(sides.get(i)), comparison, terms(sides.get(i + 1))));
        }
        return Optional.of(chain);
    }

    private static Comparison comparison(char sign) {
        return switch (sign) {
            case '≥' -> Comparison.AT_LEAST;
            case '≤' -> Comparison.AT_MOST;
            default -> Comparison.EQUAL;
        };
    }

    private static List<Term> terms(String side) {
        return TERM.matcher(side)
                .results()
                .map(term -> new Term(
                        Integer.parseInt(term.group(2)),
                        term.group(1).equals("-"),
                        !term.group(3).isEmpty()))
                .toList();
    }
}
