package org.jianxi.gateway.transport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jianxi.gateway.transport.desk.GivenName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through a mailbox and takes out every file that lies there whole. One file's trouble keeps no other waiting. */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(10);

    private final FileDesk desk;
    private final SettledFiles settled;
    private final SignatureWait signatures;
    private final LongSupplier nanos;
    private final Map<Path, Long> notBefore = new ConcurrentHashMap<>();

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    public Sweeper(FileDesk desk, LongSupplier nanos) {
        this.desk = desk;
        this.settled = new SettledFiles(nanos);
        this.signatures = new SignatureWait(nanos);
        this.nanos = nanos;
    }

    /** @param settle how long a file must lie still of which nobody said that it is whole */
    public void sweep(Mailbox box, Duration settle, Writing writing) {
        try {
            box.create();
            signatures.forgetGone();
            for (var inbox : box.inboxes()) {
                var whole = settled.in(inbox, settle, writing);
                for (var file : whole) {
                    if (isTaken(file, writing) && isSigned(box, file, Set.copyOf(whole))) {
                        take(box, file);
                    }
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.error("The inbox of {} for {} cannot be read", box.source().id(), box.sender(), unreadable);
        }
    }

    private boolean isTaken(Path file, Writing writing) {
        var wait = notBefore.get(file);
        return !new GivenName(file.getFileName().toString()).isSignature()
                && !writing.goesOn(file)
                && (wait == null || nanos.getAsLong() - wait >= 0);
    }

    private boolean isSigned(Mailbox box, Path file, Set<Path> whole) {
        return signatures.isOver(file, Files.exists(FileDesk.signatureFile(file)), whole, box.source());
    }

    private void take(Mailbox box, Path file) {
        try {
            if (desk.take(box, file)) {
                notBefore.remove(file);
                settled.forget(file);
                signatures.forget(file);
                return;
            }
        } catch (IOException | RuntimeException ours) {
            LOG.error("A file of {} for {} was not dealt with", box.source().id(), box.sender(), ours);
        }
        notBefore.put(file, nanos.getAsLong() + PAUSE_AFTER_TROUBLE.toNanos());
    }
}
