package org.jianxi.gateway.registries.snapshot;

import java.nio.LongBuffer;

/** Where the entries with a key's first bits are. */
record Directory(LongBuffer starts, int shift) {

    long first(long key) {
        return starts.get((int) (key >>> shift));
    }

    long end(long key) {
        return starts.get((int) (key >>> shift) + 1);
    }
}
