package org.jianxi.gateway.transport.desk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A stream whose sender must keep going: one that drips to hold a connection open is cut off. */
public final class PacedStream extends FilterInputStream {

    private static final long GRACE_SECONDS = 30;
    private static final long SLOWEST_BYTES_A_SECOND = 1024;
    private static final long NANOS = 1_000_000_000L;

    private final LongSupplier nanos;
    private final long started;
    private long bytes;

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    PacedStream(InputStream stream, LongSupplier nanos) {
        super(stream);
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    /** Less than 1,024 bytes a second came, and that for half a minute. */
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        bytes += Math.max(count, 0);
        var seconds = (nanos.getAsLong() - started) / NANOS;
        if (count >= 0 && seconds >= GRACE_SECONDS && bytes / seconds < SLOWEST_BYTES_A_SECOND) {
            throw new TooSlow();
        }
        return count;
    }
}
