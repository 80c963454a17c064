package org.jianxi.gateway.registries.blind;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.registries.matching.TooManyCategories;

/** The categories of an extract as they are met, each with a fresh key. Safe for many threads. */
final class WordKeys {

    private static final int MOST = 10_000;
    private static final int LONGEST = 200;

    private final SecureRandom random;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<byte[]> keys = new ArrayList<>();

    WordKeys(SecureRandom random) {
        this.random = random;
    }

    /** From 1; 0 for none. Throws {@link TooManyCategories} as an offline comparison would. */
    synchronized int number(String category) {
        var one = category.strip();
        if (one.isEmpty()) {
            return 0;
        }
        var known = numbers.get(one);
        if (known != null) {
            return known;
        }
        if (words.size() == MOST || one.length() > LONGEST) {
            throw new TooManyCategories();
        }
        var key = new byte[SealedWords.KEY];
        random.nextBytes(key);
        words.add(one);
        keys.add(key);
        numbers.put(one, words.size());
        return words.size();
    }

    synchronized byte[] key(int number) {
        return number == 0 ? new byte[SealedWords.KEY] : keys.get(number - 1);
    }

    synchronized List<byte[]> sealed(int slot) {
        var sealed = new ArrayList<byte[]>();
        for (var at = 0; at < words.size(); at++) {
            sealed.add(SealedWords.sealed(words.get(at), keys.get(at), slot));
        }
        return sealed;
    }

    synchronized int slot() {
        return SealedWords.slot(words);
    }
}
