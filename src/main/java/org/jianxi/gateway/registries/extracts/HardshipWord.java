package org.jianxi.gateway.registries.extracts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jianxi.gateway.registries.identity.DisabilityCertificate;
import org.jianxi.gateway.registries.marks.Hardship;

/** What an entry of a snapshot says of a person, as one word of the snapshot: category, relation, kind and level between tabs. */
record HardshipWord(String category, String relation, String kind, String level) {

    static final int LONGEST = 80;

    /** Whoever stands in more rows than this tells nothing by the rest of them. */
    private static final int MOST_OF_ONE_PERSON = 16;

    private static final String BETWEEN = "\t";
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl};]+");

    /** The same without what would be read as two. */
    HardshipWord tidied() {
        return new HardshipWord(tidied(category), tidied(relation), tidied(kind), tidied(level));
    }

    private static String tidied(String word) {
        return UNFIT.matcher(word).replaceAll(" ").strip();
    }

    /** Kind and level as the number of the certificate says, where the columns say nothing. */
    HardshipWord with(Optional<DisabilityCertificate> certificate) {
        return kind.isEmpty() && level.isEmpty() && certificate.isPresent()
                ? new HardshipWord(
                        category,
                        relation,
                        Integer.toString(certificate.get().kind()),
                        Integer.toString(certificate.get().level()))
                : this;
    }

    boolean isTooLong() {
        return category.length() > LONGEST || relation.length() + kind.length() + level.length() > LONGEST;
    }

    String written() {
        return String.join(BETWEEN, category, relation, kind, level);
    }

    static HardshipWord read(String written) {
        var parts = List.of((written + "\t\t\t").split(BETWEEN, -1));
        return new HardshipWord(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    /** What several entries say of one person: each category once, in order, and of the rest the first that says anything. */
    static Hardship together(Collection<String> entries) {
        var words = new TreeSet<>(entries)
                .stream().limit(MOST_OF_ONE_PERSON).map(HardshipWord::read).toList();
        return new Hardship(
                String.join(
                        ";",
                        new TreeSet<>(words.stream()
                                .map(HardshipWord::category)
                                .filter(one -> !one.isEmpty())
                                .toList())),
                first(words, HardshipWord::relation),
                first(words, HardshipWord::kind),
                first(words, HardshipWord::level));
    }

    private static Optional<String> first(List<HardshipWord> words, Function<HardshipWord, String> part) {
        return words.stream().map(part).filter(one -> !one.isEmpty()).findFirst();
    }
}
