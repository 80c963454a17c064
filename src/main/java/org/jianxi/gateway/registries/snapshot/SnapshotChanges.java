package org.jianxi.gateway.registries.snapshot;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Of whom one snapshot says something else than another: whose entry came, went or changed. Both files stream by once, side by side;
 * how often an entry stands there, and in which order, makes no difference.
 */
public record SnapshotChanges(Snapshot before, Snapshot after) {

    /** Hears of each changed person once, in the order of their keys. */
    @FunctionalInterface
    public interface Changed {

        /** The two halves of the key. */
        void person(long first, long second);
    }

    /** @return how many people changed */
    public long forEach(Changed changed) throws IOException {
        Map<String, Integer> words = new HashMap<>();
        var old = new EntryCursor(before, word -> words.computeIfAbsent(word, any -> words.size()));
        var fresh = new EntryCursor(after, word -> words.computeIfAbsent(word, any -> words.size()));
        var left = new EntryGroup();
        var right = new EntryGroup();
        var count = 0L;
        while (old.isThere() || fresh.isThere()) {
            var first = next(old, fresh);
            left.take(old, first);
            right.take(fresh, first);
            if (!left.sameAs(right)) {
                count += differing(first, left, right, changed);
            }
        }
        return count;
    }

    private static long next(EntryCursor old, EntryCursor fresh) {
        if (!old.isThere()) {
            return fresh.first();
        }
        if (!fresh.isThere()) {
            return old.first();
        }
        return Long.compareUnsigned(old.first(), fresh.first()) <= 0 ? old.first() : fresh.first();
    }

    private static long differing(long first, EntryGroup left, EntryGroup right, Changed changed) {
        var count = 0L;
        var atLeft = 0;
        var atRight = 0;
        while (atLeft < left.size() || atRight < right.size()) {
            var order = order(left, atLeft, right, atRight);
            var endLeft = order <= 0 ? left.end(atLeft) : atLeft;
            var endRight = order >= 0 ? right.end(atRight) : atRight;
            if (order != 0 || !left.saysSame(atLeft, endLeft, right, atRight, endRight)) {
                changed.person(first, order <= 0 ? left.second(atLeft) : right.second(atRight));
                count++;
            }
            atLeft = endLeft;
            atRight = endRight;
        }
        return count;
    }

    private static int order(EntryGroup left, int atLeft, EntryGroup right, int atRight) {
        if (atLeft == left.size()) {
            return 1;
        }
        if (atRight == right.size()) {
            return -1;
        }
        return Long.compare(left.second(atLeft), right.second(atRight));
    }
}
