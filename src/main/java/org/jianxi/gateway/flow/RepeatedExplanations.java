package org.jianxi.gateway.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;

/**
 * How often a month's explanations say what was said before, by the same unit or another: one that fits everywhere explains nothing.
 *
 * @param said how many warnings were explained this month
 * @param repeated how many of those with words that stand elsewhere too
 * @param groups the words that stand more than once, the most used first
 * @param reasons how many begin with a listed reason, by its code, in the list's order; the rest under empty text
 */
public record RepeatedExplanations(
        Period period, int said, int repeated, List<Group> groups, Map<String, Integer> reasons) {

    private static final Pattern NOT_WORDS = Pattern.compile("[\\p{Z}\\p{C}\\p{P}]+");

    public RepeatedExplanations {
        groups = List.copyOf(groups);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** One warning explained. */
    public record Said(Sender sender, Period period, String rule, String text) {}

    /** The same words, however spaced and punctuated. @param text as first written @param uses oldest first */
    public record Group(String text, List<Said> uses) {
        public Group {
            uses = List.copyOf(uses);
        }
    }

    /** @param all of the month and of the months before that are looked at */
    static RepeatedExplanations of(Period period, List<Said> all, Reasons reasons) {
        var sorted = all.stream()
                .sorted(Comparator.comparing(Said::period)
                        .thenComparing(one -> one.sender().code())
                        .thenComparing(Said::rule))
                .toList();
        var byWords = sorted.stream()
                .collect(Collectors.groupingBy(one -> words(one.text()), LinkedHashMap::new, Collectors.toList()));
        var groups = byWords.values().stream()
                .filter(uses -> isRepeated(uses)
                        && uses.stream().anyMatch(one -> one.period().equals(period)))
                .map(uses -> new Group(uses.getFirst().text(), uses))
                .sorted(Comparator.comparing((Group group) -> group.uses().size())
                        .reversed())
                .toList();
        var repeated = groups.stream()
                .flatMap(group -> group.uses().stream())
                .filter(one -> one.period().equals(period))
                .count();
        var now = sorted.stream().filter(one -> one.period().equals(period)).toList();
        return new RepeatedExplanations(period, now.size(), (int) repeated, groups, counted(now, reasons));
    }

    /** One unit that explains two warnings of one month with the same words has not repeated itself. */
    private static boolean isRepeated(List<Said> uses) {
        return uses.stream()
                        .map(one -> one.sender() + "/" + one.period())
                        .distinct()
                        .count()
                > 1;
    }

    private static Map<String, Integer> counted(List<Said> now, Reasons reasons) {
        var counts = new LinkedHashMap<String, Integer>();
        reasons.of(Reasons.Use.EXPLANATION).forEach(reason -> counts.put(reason.code(), 0));
        counts.put("", 0);
        now.forEach(one ->
                counts.merge(reasons.leading(one.text()).map(Reason::code).orElse(""), 1, Integer::sum));
        return counts;
    }

    private static String words(String text) {
        return NOT_WORDS.matcher(text).replaceAll("");
    }

    /** The repeated of all that were said, in per cent to one place; empty where nothing was explained. */
    public Optional<BigDecimal> percent() {
        return said == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(repeated)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(said), 1, RoundingMode.HALF_UP));
    }
}
