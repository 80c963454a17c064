package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the name of a slot says about which target it is. */
final class Names {

    private static final Pattern TRADE = Pattern.compile("[A-Z]{3}[0-9]{2,3}[A-Z]?");
    private static final double BY_WORDS = 0.93;
    private static final double BY_LETTERS = 0.8;

    private final Vocabulary vocabulary;
    private final Map<String, List<KnownName>> own = new HashMap<>();
    private final Map<String, List<KnownName>> inWhole = new HashMap<>();
    private final Map<String, List<Set<String>>> notions = new HashMap<>();
    private final Weights weights;

    /** @param about notions that the whole dataset is about and that tell nothing */
    Names(Vocabulary vocabulary, List<Target> targets, Set<String> about) {
        this.vocabulary = vocabulary;
        var known = new ArrayList<List<KnownName>>();
        for (var target : targets) {
            own.put(target.id(), known(Stream.concat(target.labels().stream(), worded(target))));
            known.add(own.getOrDefault(target.id(), List.of()));
        }
        for (var target : targets) {
            var whole = target.whole()
                    .flatMap(id ->
                            targets.stream().filter(one -> one.id().equals(id)).findFirst());
            inWhole.put(target.id(), whole.map(one -> nested(one, target)).orElse(List.of()));
        }
        weights = new Weights(known, vocabulary, about);
    }

    private List<KnownName> nested(Target whole, Target part) {
        return known(whole.labels().stream()
                .limit(2)
                .flatMap(above -> part.labels().stream().limit(2).map(label -> above + "/" + label)));
    }

    /** Codes of the trade such as AAE010 are made of no words: AAE036 is not nearly the same. */
    private static Stream<String> worded(Target target) {
        return target.codes().stream().filter(code -> !TRADE.matcher(code).matches());
    }

    private List<KnownName> known(Stream<String> names) {
        return names.distinct().map(name -> KnownName.of(name, vocabulary)).toList();
    }

    Evidence of(Slot slot, Target target) {
        var best = Evidence.NONE;
        for (var label : slot.labels()) {
            best = best.orBetter(of(label, slot.context(), target));
        }
        return best;
    }

    private Evidence of(String label, List<String> context, Target target) {
        var names = own.getOrDefault(target.id(), List.of());
        var best = exact(label, target);
        if (best.score() < 0.9) {
            var nested = inWhole.getOrDefault(target.id(), List.of());
            var path = String.join("/", context) + "/" + label;
            best = best.orBetter(byPinyin(label, context, target))
                    .orBetter(byWords(label, names).times(BY_WORDS))
                    .orBetter(byLetters(label, names).times(BY_LETTERS))
                    .orBetter(byWords(label, nested).times(BY_WORDS))
                    .orBetter(byWords(path, nested).times(BY_WORDS))
                    .orBetter(
                            context.isEmpty()
                                    ? Evidence.NONE
                                    : byWords(path, names).times(0.9 * BY_WORDS));
        } else if (target.whole().isPresent() && !context.isEmpty()) {
            var path = String.join("/", context) + "/" + label;
            best = best.and(
                    0.02
                            * byWords(path, inWhole.getOrDefault(target.id(), List.of()))
                                    .score(),
                    "上级表头相符",
                    "its whole fits");
        }
        return best;
    }

    private Evidence exact(String label, Target target) {
        var bare = Spelling.bare(label);
        if (target.codes().stream().anyMatch(code -> bare.equals(Spelling.bare(code)))) {
            var code = label.toUpperCase(Locale.ROOT).equals(label);
            return code
                    ? Evidence.of(0.96, "行业代码", "the trade's code")
                    : Evidence.of(0.96, "字段名相同", "the field's own name");
        }
        for (var known : target.labels()) {
            if (Spelling.bare(known).equals(bare)) {
                var proper = known.equals(target.labels().getFirst());
                return proper
                        ? Evidence.of(0.97, "标签相同", "its very label")
                        : Evidence.of(0.95, "已知的叫法“" + known + "”", "known as " + known);
            }
        }
        return Evidence.NONE;
    }

    /** Two parts of one wording, as of the posts and of the trainees, are told apart by the whole they stand under. */
    private Evidence byPinyin(String label, List<String> context, Target target) {
        var name = byPinyin(label, own.getOrDefault(target.id(), List.of()));
        var whole = own.getOrDefault(target.whole().orElse(""), List.of());
        return name.score() > 0
                        && !context.isEmpty()
                        && byPinyin(context.getLast(), whole).score() > 0
                ? name.and(0.03, "上级名称相符", "its whole fits")
                : name;
    }

    private static Evidence byPinyin(String label, List<KnownName> names) {
        var bare = Spelling.bare(label);
        for (var name : names) {
            if (bare.length() > 1 && name.written().codePointAt(0) > 127) {
                if (Pinyin.isOfInitials(bare, name.bare())) {
                    return Evidence.of(0.92, "“" + name.written() + "”的拼音首字母", "pinyin initials of " + name.written());
                }
                if (name.pinyin().contains(bare)) {
                    return Evidence.of(0.94, "“" + name.written() + "”的拼音", "pinyin of " + name.written());
                }
            }
        }
        return Evidence.NONE;
    }

    private Evidence byWords(String label, List<KnownName> names) {
        var said = notions.computeIfAbsent(label, vocabulary::notionsOf);
        var best = Evidence.NONE;
        for (var name : names) {
            var likeness = weights.likeness(said, name.notions());
            if (likeness > best.score()) {
                best = Evidence.of(likeness, "用词与“" + name.written() + "”相近", "worded like " + name.written());
            }
        }
        return best;
    }

    private static Evidence byLetters(String label, List<KnownName> names) {
        var bare = Spelling.bare(label);
        var best = Evidence.NONE;
        for (var name : names) {
            var likeness = Spelling.likeness(bare, name.bare());
            if (likeness > best.score()) {
                best = Evidence.of(likeness, "写法与“" + name.written() + "”相近", "spelt like " + name.written());
            }
        }
        return best;
    }
}
