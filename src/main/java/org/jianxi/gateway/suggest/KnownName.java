package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Set;

/**
 * One wording of a target, taken apart once.
 *
 * @param bare for comparing letter by letter
 * @param pinyin how a program would write it
 * @param notions what it speaks of
 */
record KnownName(String written, String bare, Set<String> pinyin, List<Set<String>> notions) {

    static KnownName of(String written, Vocabulary vocabulary) {
        var bare = Spelling.bare(written);
        return new KnownName(written, bare, Pinyin.whole(bare), List.copyOf(vocabulary.notionsOf(written)));
    }
}
