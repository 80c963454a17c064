package org.jianxi.gateway.registries.extracts;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.snapshot.SnapshotChanges;

/** Whose entries differ between two snapshots, 16 bytes for each, as they come: in the order of their keys. */
final class ChangedPeople implements SnapshotChanges.Changed {

    /** More of them, and asking for everybody is cheaper than remembering: 128 MB. */
    static final int MOST = 8_000_000;

    private long[] firsts = new long[1024];
    private long[] seconds = new long[1024];
    private int size;
    private boolean tooMany;

    @Override
    public void person(long first, long second) {
        if (size == MOST) {
            tooMany = true;
            return;
        }
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, size * 2);
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        firsts[size] = first;
        seconds[size++] = second;
    }

    boolean isTooMany() {
        return tooMany;
    }

    boolean has(PersonOfRecord person) {
        var token = ByteBuffer.wrap(person.person().bytes());
        var first = token.getLong();
        var second = token.getLong();
        for (var at = lowest(first); at < size && firsts[at] == first; at++) {
            if (seconds[at] == second) {
                return true;
            }
        }
        return false;
    }

    private int lowest(long first) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (Long.compareUnsigned(firsts[middle], first) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
