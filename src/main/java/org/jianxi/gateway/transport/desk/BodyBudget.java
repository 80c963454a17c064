package org.jianxi.gateway.transport.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How much memory the bodies at all doors may take together, so that many large ones at once wait instead of ending us. */
public final class BodyBudget {

    private static final int KILOBYTE = 1024;
    private static final long PATIENCE_SECONDS = 5;

    private final int all;
    private final Semaphore kilobytes;
    private final LongSupplier nanos;

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    public BodyBudget(int megabytes, LongSupplier nanos) {
        this.all = megabytes * KILOBYTE;
        this.kilobytes = new Semaphore(all, true);
        this.nanos = nanos;
    }

    /** What is done with a body while its memory is reserved. */
    public interface Use<T> {
        T with(byte[] body) throws IOException;
    }

    /** The stream went on past the limit. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** No memory came free in time. */
    public static final class Busy extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads at most {@code mostBytes} and one more, and hands the body on.
     *
     * @param announced the length the sender announced; negative where it did not
     */
    public <T> T read(InputStream stream, long announced, long mostBytes, Use<T> use) throws IOException {
        return read(stream, announced, mostBytes, 1, use);
    }

    /** @param copies how often the body will be in memory while it is used */
    public <T> T read(InputStream stream, long announced, long mostBytes, int copies, Use<T> use) throws IOException {
        if (announced > mostBytes) {
            throw new TooLarge();
        }
        var wanted = ((announced < 0 ? mostBytes : announced) / KILOBYTE + 1) * copies;
        var reserved = Math.toIntExact(Math.min(wanted, all));
        if (!acquire(reserved)) {
            throw new Busy();
        }
        try {
            var body = new PacedStream(stream, nanos).readNBytes(Math.toIntExact(mostBytes + 1));
            if (body.length > mostBytes) {
                throw new TooLarge();
            }
            return use.with(body);
        } finally {
            kilobytes.release(reserved);
        }
    }

    /** Does something with so many bytes more in memory; false, and nothing done, when there is no room for them now. */
    public boolean holding(long bytes, Runnable use) {
        var wanted = Math.toIntExact(Math.min(bytes / KILOBYTE + 1, all));
        if (!kilobytes.tryAcquire(wanted)) {
            return false;
        }
        try {
            use.run();
            return true;
        } finally {
            kilobytes.release(wanted);
        }
    }

    private boolean acquire(int permits) {
        try {
            return kilobytes.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
