package org.jianxi.gateway.registries.snapshot;

import java.io.IOException;
import java.util.Arrays;

/** The entries with one first half, in order and each once: nearly always one. Made once and filled again and again. */
final class EntryGroup {

    private long[] seconds = new long[4];
    private long[] said = new long[4];
    private int size;

    /** Takes all entries with this first half; none where the cursor stands elsewhere. @return how many say what another says */
    int take(EntryCursor cursor, long first) throws IOException {
        size = 0;
        while (cursor.isThere() && cursor.first() == first) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, size * 2);
                said = Arrays.copyOf(said, size * 2);
            }
            seconds[size] = cursor.second();
            said[size++] = cursor.said();
            cursor.forward();
        }
        return size > 1 ? sortedOnce() : 0;
    }

    /** Puts them into order and leaves each once; how many are left out. */
    private int sortedOnce() {
        var order = new Integer[size];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, (one, other) -> compare(one, seconds[other], said[other]));
        var sortedSeconds = new long[size];
        var sortedSaid = new long[size];
        var kept = 0;
        for (var at : order) {
            if (kept == 0 || sortedSeconds[kept - 1] != seconds[at] || sortedSaid[kept - 1] != said[at]) {
                sortedSeconds[kept] = seconds[at];
                sortedSaid[kept++] = said[at];
            }
        }
        var left = size - kept;
        seconds = sortedSeconds;
        said = sortedSaid;
        size = kept;
        return left;
    }

    private int compare(int at, long second, long words) {
        var bySecond = Long.compare(seconds[at], second);
        return bySecond != 0 ? bySecond : Long.compare(said[at], words);
    }

    int size() {
        return size;
    }

    long second(int at) {
        return seconds[at];
    }

    /** Where the entries of the next person begin. */
    int end(int from) {
        var at = from + 1;
        while (at < size && seconds[at] == seconds[from]) {
            at++;
        }
        return at;
    }

    boolean sameAs(EntryGroup other) {
        return size == other.size
                && Arrays.equals(seconds, 0, size, other.seconds, 0, size)
                && Arrays.equals(said, 0, size, other.said, 0, size);
    }

    /** Whether the stretch of one person says what a stretch of another group says. */
    boolean saysSame(int from, int end, EntryGroup other, int otherFrom, int otherEnd) {
        return Arrays.equals(said, from, end, other.said, otherFrom, otherEnd);
    }
}
