package org.jianxi.gateway.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jianxi.gateway.ledger.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest checkpoint where no database restore reaches it: a file {@code checkpoint.p7s} in each of these folders, best on
 * another machine. What lies there is what the ledger is held to at the next start. Beside it lies {@code verified.p7s}, up to where
 * the ledger was found whole.
 */
public final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final String NAME = "checkpoint.p7s";
    private static final String VERIFIED = "verified.p7s";

    private final List<Path> folders;
    private final AtomicLong keptSize = new AtomicLong();

    public Witness(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Keeps it unless it was the last one kept, whoever had it signed. A folder that cannot be written is said in the log and holds nothing
     * up: the others still stand.
     */
    void keep(Checkpoint checkpoint) {
        if (keptSize.getAndSet(checkpoint.treeSize()) == checkpoint.treeSize()) {
            return;
        }
        keep(NAME, checkpoint.cms());
    }

    /** Keeps up to where the ledger was found whole. */
    void keepVerified(byte[] cms) {
        keep(VERIFIED, cms);
    }

    private void keep(String name, byte[] cms) {
        for (var folder : folders) {
            try {
                Files.createDirectories(folder);
                var part = Files.write(folder.resolve(name + ".part"), cms);
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException unwritable) {
                LOG.warn("{} cannot be kept in {}", name, folder, unwritable);
            }
        }
    }

    List<Kept> kept() {
        return kept(NAME);
    }

    /** What says up to where the ledger was found whole. */
    List<Kept> verified() {
        return kept(VERIFIED);
    }

    private List<Kept> kept(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .map(Witness::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param cms our seal with what was kept inside, as long as nobody changed it */
    record Kept(Path file, byte[] cms) {}

    private static Optional<Kept> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(new Kept(file, Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
            return Optional.empty();
        }
    }
}
