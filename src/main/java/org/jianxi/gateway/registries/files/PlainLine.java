package org.jianxi.gateway.registries.files;

import java.nio.charset.Charset;
import org.jianxi.gateway.registries.identity.PackedId;
import org.jspecify.annotations.Nullable;

/** One line's wanted fields as bytes, well encoded. The same object for every line: it must not be kept. */
public final class PlainLine {

    private final Charset encoding;
    private final int[] starts;
    private final int[] ends;
    private byte @Nullable [] bytes;
    private long packed = PackedId.NONE;

    PlainLine(Charset encoding, int wanted) {
        this.encoding = encoding;
        this.starts = new int[wanted];
        this.ends = new int[wanted];
    }

    void in(byte[] block) {
        bytes = block;
    }

    void field(int wanted, int start, int end) {
        starts[wanted] = start;
        ends[wanted] = end;
    }

    void id(long packed) {
        this.packed = packed;
    }

    /** The identity number packed, or {@link PackedId#NONE} where it is not in its plain form. */
    public long id() {
        return packed;
    }

    private byte[] bytes() {
        if (bytes == null) {
            throw new IllegalStateException("Not on a line");
        }
        return bytes;
    }

    public String text(int wanted) {
        return wanted < starts.length
                ? new String(bytes(), starts[wanted], ends[wanted] - starts[wanted], encoding)
                : "";
    }
}
