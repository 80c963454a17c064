package org.jianxi.gateway.registries.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.ToIntFunction;

/** A snapshot's entries one after another, by the first half of their keys. Categories are numbered as somebody says. */
final class EntryCursor {

    private static final int PIECE = 16_384 * Layout.ENTRY;

    private final Snapshot snapshot;
    private final int[] numbers;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE).limit(0);
    private long next;
    private boolean there;
    private long first;
    private long second;
    private long said;

    /** @param numbering of a category's words, the same for all cursors that are compared */
    EntryCursor(Snapshot snapshot, ToIntFunction<String> numbering) throws IOException {
        this.snapshot = snapshot;
        this.numbers = new int[snapshot.categories()];
        for (var number = 0; number < numbers.length; number++) {
            numbers[number] = numbering.applyAsInt(snapshot.category(number));
        }
        forward();
    }

    /** Whether the cursor stands at an entry; false behind the last. */
    boolean isThere() {
        return there;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    /** Name and category as one number. */
    long said() {
        return said;
    }

    void forward() throws IOException {
        if (!piece.hasRemaining()) {
            if (next >= snapshot.count()) {
                there = false;
                return;
            }
            snapshot.entries(next, snapshot.count(), piece);
            next += piece.limit() / Layout.ENTRY;
        }
        there = true;
        first = piece.getLong();
        second = piece.getLong();
        var written = piece.getLong();
        var number = (int) (written & Layout.CATEGORY_MASK);
        if (number >= numbers.length) {
            throw new IOException("an entry of the snapshot has no category");
        }
        said = (written & ~(long) Layout.CATEGORY_MASK) | numbers[number];
    }
}
