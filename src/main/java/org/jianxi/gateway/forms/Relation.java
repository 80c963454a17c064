package org.jianxi.gateway.forms;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Severity;

/**
 * One relation between figures, such as {@code 8≥9+11} or {@code 13=13'+6-8-12}, where a prime marks last month's figure.
 *
 * @param rule its stable id: {@code L-8}, {@code B-13}
 * @param notation as written in the definition, one comparison only ({@code 5≥6≥7} is two relations)
 * @param withinYear compared with last month only inside a calendar year; January starts again
 * @param meaning what it says, in a sentence
 * @param clause what it rests on
 */
public record Relation(
        String rule,
        String notation,
        List<Term> left,
        Comparison comparison,
        List<Term> right,
        Severity severity,
        boolean withinYear,
        Bilingual meaning,
        String clause) {

    public Relation {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** One figure with its sign; {@code previous} when last month's is meant. */
    public record Term(int indicator, boolean negative, boolean previous) {}

    /** How the two sides must stand. */
    public enum Comparison {
        AT_LEAST('≥'),
        AT_MOST('≤'),
        EQUAL('=');

        private final char sign;

        Comparison(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }
}
