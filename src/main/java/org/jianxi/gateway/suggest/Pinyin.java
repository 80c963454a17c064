package org.jianxi.gateway.suggest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** Chinese words in the letters that programs name columns with. */
final class Pinyin {

    private static final int MOST_READINGS = 8;
    private static final HanyuPinyinOutputFormat LETTERS = letters();

    private Pinyin() {}

    /** {@code 单位} is {@code dw}; every reading that the characters allow, up to eight. */
    static Set<String> initials(String word) {
        return readings(word, syllable -> syllable.substring(0, 1));
    }

    /** Whether letters are the initials of a word in any reading, however long the word is. */
    static boolean isOfInitials(String letters, String word) {
        if (letters.length() != word.length()) {
            return false;
        }
        for (var at = 0; at < letters.length(); at++) {
            var letter = letters.substring(at, at + 1);
            if (syllables(word.charAt(at)).stream().noneMatch(syllable -> syllable.startsWith(letter))) {
                return false;
            }
        }
        return true;
    }

    /** {@code 单位} is {@code danwei}. */
    static Set<String> whole(String word) {
        return readings(word, syllable -> syllable);
    }

    private static Set<String> readings(String word, UnaryOperator<String> part) {
        Set<String> written = new LinkedHashSet<>(List.of(""));
        for (var one : word.toCharArray()) {
            Set<String> longer = new LinkedHashSet<>();
            for (var before : written) {
                syllables(one).forEach(syllable -> longer.add(before + part.apply(syllable)));
            }
            if (!longer.isEmpty()) {
                written = longer.stream().limit(MOST_READINGS).collect(LinkedHashSet::new, Set::add, Set::addAll);
            }
        }
        written.remove("");
        return written;
    }

    private static Set<String> syllables(char one) {
        if (one < 128) {
            return Character.isLetterOrDigit(one) ? Set.of(String.valueOf(one).toLowerCase(Locale.ROOT)) : Set.of();
        }
        try {
            var found = PinyinHelper.toHanyuPinyinStringArray(one, LETTERS);
            return found == null ? Set.of() : new TreeSet<>(List.of(found));
        } catch (BadHanyuPinyinOutputFormatCombination ours) {
            throw new IllegalStateException("The way of writing pinyin is no good", ours);
        }
    }

    private static HanyuPinyinOutputFormat letters() {
        var format = new HanyuPinyinOutputFormat();
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
