package org.jianxi.gateway.registries.matching;

/**
 * Keys of 64 evenly spread bits in ascending (unsigned) order, each with the row it belongs to. A bitmap of the keys' first bits
 * turns most strangers away; about one key stands behind each entry of the directory, so finding one takes no search.
 */
public final class SortedKeys {

    private static final int MORE_BITS_OF_BITMAP = 4;
    private static final int MOST_BITS = 26;
    private static final int WORD = 6;

    private final long[] keys;
    private final int[] rows;
    private final int[] starts;
    private final int shift;
    private final long[] bitmap;
    private final int bitmapShift;

    private SortedKeys(int count) {
        var bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(count, 1)), 4, MOST_BITS);
        keys = new long[count];
        rows = new int[count];
        starts = new int[(1 << bits) + 1];
        shift = Long.SIZE - bits;
        bitmap = new long[1 << (bits + MORE_BITS_OF_BITMAP - WORD)];
        bitmapShift = shift - MORE_BITS_OF_BITMAP;
    }

    /**
     * @param unsorted the key of each row; may hold one key several times
     * @param count how many of them count
     * @param rowOf the row of each
     */
    public static SortedKeys of(long[] unsorted, int[] rowOf, int count) {
        var sorted = new SortedKeys(count);
        sorted.distribute(unsorted, rowOf, count);
        sorted.sortWithin();
        return sorted;
    }

    public int size() {
        return keys.length;
    }

    /** False means certainly not. */
    public boolean mayHave(long key) {
        var bit = key >>> bitmapShift;
        return (bitmap[(int) (bit >>> WORD)] & (1L << bit)) != 0;
    }

    /** Where the first of the key's entries is, the others directly behind it; -1 where there is none. */
    public int find(long key) {
        var bucket = (int) (key >>> shift);
        for (var at = starts[bucket]; at < starts[bucket + 1]; at++) {
            if (keys[at] == key) {
                return at;
            }
        }
        return -1;
    }

    public long key(int at) {
        return keys[at];
    }

    public int row(int at) {
        return rows[at];
    }

    public boolean isKey(int at, long key) {
        return at < keys.length && keys[at] == key;
    }

    private void distribute(long[] unsorted, int[] rowOf, int count) {
        for (var at = 0; at < count; at++) {
            starts[(int) (unsorted[at] >>> shift) + 1]++;
            var bit = unsorted[at] >>> bitmapShift;
            bitmap[(int) (bit >>> WORD)] |= 1L << bit;
        }
        for (var bucket = 1; bucket < starts.length; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        var next = starts.clone();
        for (var at = 0; at < count; at++) {
            var to = next[(int) (unsorted[at] >>> shift)]++;
            keys[to] = unsorted[at];
            rows[to] = rowOf[at];
        }
    }

    /** One pass over all: keys of earlier buckets are smaller, so nothing moves out of its own. */
    private void sortWithin() {
        for (var at = 1; at < keys.length; at++) {
            var key = keys[at];
            var row = rows[at];
            var to = at;
            while (to > 0 && Long.compareUnsigned(keys[to - 1], key) > 0) {
                keys[to] = keys[to - 1];
                rows[to] = rows[to - 1];
                to--;
            }
            keys[to] = key;
            rows[to] = row;
        }
    }
}
