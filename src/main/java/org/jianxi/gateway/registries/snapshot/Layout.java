package org.jianxi.gateway.registries.snapshot;

/**
 * Where what stands in a snapshot's file, big-endian: a header (mark, number of entries), the entries sorted by their first half
 * (unsigned), the directory, the words of the categories.
 */
final class Layout {

    static final long MARK = 0x4A58_534E_3030_3031L; // JXSN0001
    static final int HEADER = 16;

    /** First and second half, and name (48 bits) with category (16 bits). */
    static final int ENTRY = 24;

    static final int SECOND = 8;
    static final int NAME = 16;
    static final int CATEGORY_BITS = 16;
    static final int CATEGORY_MASK = 0xFFFF;

    private static final int ENTRIES_A_BUCKET = 64;
    private static final int MOST_BITS = 22;

    private Layout() {}

    /** How many leading bits of a key choose the bucket of the directory. */
    static int directoryBits(long count) {
        var buckets = Math.max(count / ENTRIES_A_BUCKET, 1);
        return Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(buckets), 1, MOST_BITS);
    }

    /** One more than there are buckets, for the end of the last. */
    static long directoryLength(long count) {
        return ((1L << directoryBits(count)) + 1) * Long.BYTES;
    }

    static long position(long entry) {
        return HEADER + entry * ENTRY;
    }
}
