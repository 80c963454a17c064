package org.jianxi.gateway.registries.files;

import java.nio.charset.Charset;
import org.jianxi.gateway.registries.identity.PackedId;
import org.jspecify.annotations.Nullable;

/**
 * The wanted fields of some lines, as bytes, well encoded. Many at once, because looking up one after another in memory that lies far away
 * waits each time and looking up many does not. The same object for every batch: it must not be kept.
 */
public final class PlainBatch {

    private static final int MOST = 2048;

    private final Charset encoding;
    private final int wanted;
    private final long[] ids = new long[MOST];
    private final int[] starts;
    private final int[] ends;
    private byte @Nullable [] bytes;
    private int size;

    PlainBatch(Charset encoding, int wanted) {
        this.encoding = encoding;
        this.wanted = wanted;
        this.starts = new int[MOST * wanted];
        this.ends = new int[MOST * wanted];
    }

    void beginIn(byte[] block) {
        bytes = block;
        size = 0;
    }

    void field(int column, int start, int end) {
        starts[size * wanted + column] = start;
        ends[size * wanted + column] = end;
    }

    /** Ends a line whose fields were given. Says whether there is no room for another. */
    boolean add(long id) {
        ids[size++] = id;
        return size == MOST;
    }

    public int size() {
        return size;
    }

    /** The identity number packed, or {@link PackedId#NONE} where it is not in its plain form. */
    public long id(int line) {
        return ids[line];
    }

    /** Empty where that column was not asked for. */
    public String text(int line, int column) {
        if (column >= wanted) {
            return "";
        }
        if (bytes == null) {
            throw new IllegalStateException("Not in a block");
        }
        var at = line * wanted + column;
        return new String(bytes, starts[at], ends[at] - starts[at], encoding);
    }
}
