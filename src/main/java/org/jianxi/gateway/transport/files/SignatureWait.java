package org.jianxi.gateway.transport.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jianxi.gateway.intake.SignaturePolicy;
import org.jianxi.gateway.intake.Source;

/** People upload a file first and its signature after it: how long one that must be signed is left alone for that. */
public final class SignatureWait {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private final Map<Path, Long> since = new ConcurrentHashMap<>();

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    SignatureWait(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long files of this source are waited for. */
    public static Duration of(Source source) {
        return source.signature() == SignaturePolicy.REQUIRED ? LONGEST : Duration.ZERO;
    }

    /**
     * Whether the file can be taken as far as its signature goes: that lies there whole, or was waited for long enough.
     *
     * @param settled the files of its folder that lie there whole
     */
    boolean isOver(Path file, boolean isThere, Set<Path> settled, Source source) {
        var signature = FileDesk.signatureFile(file);
        if (settled.contains(signature) || (!isThere && of(source).isZero())) {
            since.remove(file);
            return true;
        }
        var now = nanos.getAsLong();
        return now - since.computeIfAbsent(file, first -> now) >= LONGEST.toNanos();
    }

    void forget(Path file) {
        since.remove(file);
    }

    /** Files that somebody took away again. */
    void forgetGone() {
        since.keySet().removeIf(Files::notExists);
    }
}
