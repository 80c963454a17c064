package org.jianxi.gateway.suggest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jianxi.gateway.documents.YamlFile;

/**
 * The words that headers of the field are made of ({@code schemas/suggest/words.yaml}), in Chinese, in English and in pinyin. Words of
 * one line carry the same notion.
 */
final class Vocabulary {

    private static final String FILE = "schemas/suggest/words.yaml";

    private static final List<String> ENDS = List.of("id", "no", "code", "name", "date", "time", "type");

    private final Map<String, Set<String>> chinese = new HashMap<>();
    private final Map<String, Set<String>> english = new HashMap<>();
    private final Map<String, Set<String>> pinyin = new HashMap<>();
    private final Map<String, Set<String>> initials = new HashMap<>();
    private final Set<String> light = new HashSet<>();

    private Vocabulary() {}

    static Vocabulary load(Path home) {
        var tree = YamlFile.read(home.resolve(FILE)).tree();
        var vocabulary = new Vocabulary();
        for (var line : tree.path("notions")) {
            var notion = line.path(0).asString();
            line.forEach(word -> vocabulary.add(word.asString(), notion));
        }
        for (var word : tree.path("light")) {
            vocabulary.chinese.computeIfAbsent(word.asString(), any -> new TreeSet<>(Set.of(word.asString())));
            vocabulary.light.addAll(vocabulary.chinese.getOrDefault(word.asString(), Set.of()));
        }
        return vocabulary;
    }

    private void add(String word, String notion) {
        if (word.codePointAt(0) < 128) {
            english.computeIfAbsent(word.toLowerCase(Locale.ROOT), any -> new TreeSet<>())
                    .add(notion);
            return;
        }
        chinese.computeIfAbsent(word, any -> new TreeSet<>()).add(notion);
        Pinyin.whole(word)
                .forEach(letters ->
                        pinyin.computeIfAbsent(letters, any -> new TreeSet<>()).add(notion));
        Pinyin.initials(word)
                .forEach(letters -> initials.computeIfAbsent(letters, any -> new TreeSet<>())
                        .add(notion));
    }

    /** Whether a notion tells hardly one column from another. */
    boolean isLight(String notion) {
        return light.contains(notion);
    }

    /** What a name speaks of, piece by piece; a piece of several notions may mean any of them. */
    List<Set<String>> notionsOf(String name) {
        var pieces = new ArrayList<Set<String>>();
        var latin = new ArrayList<String>();
        for (var run : Spelling.runs(name)) {
            if (run.codePointAt(0) < 128) {
                latin.add(run);
            } else {
                readLatin(latin, pieces);
                latin.clear();
                readChinese(run, pieces);
            }
        }
        readLatin(latin, pieces);
        return pieces;
    }

    /** The longest known word first; what is known of no word stands for itself. */
    private void readChinese(String run, List<Set<String>> pieces) {
        var at = 0;
        while (at < run.length()) {
            var end = run.length();
            while (end > at + 1 && !chinese.containsKey(run.substring(at, end))) {
                end--;
            }
            var word = run.substring(at, end);
            pieces.add(chinese.getOrDefault(word, Set.of(word)));
            at = end;
        }
    }

    private void readLatin(List<String> words, List<Set<String>> pieces) {
        var at = 0;
        while (at < words.size()) {
            var end = Math.min(words.size(), at + 4);
            while (end > at && !english.containsKey(String.join(" ", words.subList(at, end)))) {
                end--;
            }
            if (end > at) {
                pieces.add(english.getOrDefault(String.join(" ", words.subList(at, end)), Set.of()));
                at = end;
            } else {
                pieces.addAll(spelt(words.get(at)));
                at++;
            }
        }
    }

    private List<Set<String>> spelt(String letters) {
        return Segments.of(letters, pinyin)
                .or(() -> Segments.of(letters, initials))
                .or(() -> withEnglishEnd(letters))
                .orElseGet(() -> List.of(begun(letters)));
    }

    /** Pinyin with an English word behind it, as in {@code dwid}. */
    private Optional<List<Set<String>>> withEnglishEnd(String letters) {
        return ENDS.stream()
                .filter(end -> letters.endsWith(end) && letters.length() > end.length() + 1)
                .findFirst()
                .flatMap(end -> {
                    var before = letters.substring(0, letters.length() - end.length());
                    return Segments.of(before, pinyin)
                            .or(() -> Segments.of(before, initials))
                            .map(pieces -> {
                                var more = new ArrayList<>(pieces);
                                more.add(english.getOrDefault(end, Set.of(end)));
                                return List.copyOf(more);
                            });
                });
    }

    /** Words whose initials begin like this: {@code fz} may be 非正常; where none do, the letters themselves. */
    private Set<String> begun(String letters) {
        var notions = new TreeSet<String>();
        if (letters.length() > 1) {
            initials.forEach((known, of) -> {
                if (known.startsWith(letters)) {
                    notions.addAll(of);
                }
            });
        }
        return notions.isEmpty() ? Set.of(letters) : notions;
    }
}
