package org.jianxi.gateway.registries.files;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** One line's wanted fields as bytes, well encoded. The same object for every line: it must not be kept. */
public final class PlainLine {

    private final Charset encoding;
    private final int[] starts;
    private final int[] ends;
    private byte @Nullable [] bytes;

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

    public byte[] bytes() {
        if (bytes == null) {
            throw new IllegalStateException("Not on a line");
        }
        return bytes;
    }

    public int start(int wanted) {
        return starts[wanted];
    }

    public int end(int wanted) {
        return ends[wanted];
    }

    public String text(int wanted) {
        return wanted < starts.length
                ? new String(bytes(), starts[wanted], ends[wanted] - starts[wanted], encoding)
                : "";
    }
}
