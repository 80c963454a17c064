package org.jianxi.gateway.registries.snapshot;

import java.io.DataOutputStream;
import java.io.IOException;

/** Counts keys by their first bits while a snapshot is written, for the directory behind its entries. */
final class DirectoryCounts {

    private final int shift;
    private final long[] counts;

    DirectoryCounts(long entries) {
        var bits = Layout.directoryBits(entries);
        shift = Long.SIZE - bits;
        counts = new long[1 << bits];
    }

    void count(long key) {
        counts[(int) (key >>> shift)]++;
    }

    /** The number of the first entry of each bucket, and of the one behind the last. */
    void writeTo(DataOutputStream out) throws IOException {
        var sum = 0L;
        for (var count : counts) {
            out.writeLong(sum);
            sum += count;
        }
        out.writeLong(sum);
    }
}
