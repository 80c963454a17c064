package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jianxi.gateway.registries.files.ReadSoFar;

/** Says every other second how far a long file has been read, and how long the rest will take at this pace. */
record ProgressLines(PrintWriter err) {

    private static final long PAUSE = 2_000_000_000L;

    /** @param size of the whole, in bytes */
    ReadSoFar of(String what, long size) {
        return new ReadSoFar() {

            private final long started = System.nanoTime();
            private long said = started;

            @Override
            public synchronized void at(long bytes, long rows) {
                var now = System.nanoTime();
                if (now - said >= PAUSE && bytes > 0) {
                    said = now;
                    var left = (now - started) / 1e9 * (size - bytes) / bytes;
                    err.printf(
                            Locale.ROOT,
                            "%s  %,d 行 rows  %d %%  还需 %.0f s left%n",
                            what,
                            rows,
                            100 * bytes / size,
                            Math.max(left, 0));
                    err.flush();
                }
            }
        };
    }
}
