package org.jianxi.gateway.registries.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.registries.blind.SnapshotMaker;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.signing.BlindKey;
import org.jianxi.gateway.signing.Sm3;

/**
 * The registries' snapshots in a folder, one folder each. An unchanged extract keeps its snapshot and its secret; a changed one gets
 * both anew, and the old ones are destroyed.
 */
public record Snapshots(Path folder, NameForms forms, SecureRandom random) {

    private static final List<String> COLUMNS = List.of("idNumber", "name", "category");

    /** Hears how long making a snapshot takes. */
    public record Work(int threads, ReadSoFar progress) {}

    /**
     * Makes what is missing. Throws {@link ExtractRefused} for an extract that lost more than half of its rows, and what makes its
     * file unusable; then the last good snapshot stays as it is.
     */
    public Served serve(Extract extract, Work work) throws IOException {
        var home = folder.resolve(extract.name());
        OwnerFile.folder(home);
        var table = TableFile.open(extract.file(), COLUMNS);
        var digest = digest(extract.file());
        var kept = KeptSnapshot.in(home, extract.name());
        var current = kept.filter(one -> one.extract().equals(digest));
        return current.isPresent()
                ? current.get().served(home)
                : made(extract, table, digest, work, kept).served(home);
    }

    private KeptSnapshot made(Extract extract, TableFile table, Digest digest, Work work, Optional<KeptSnapshot> before)
            throws IOException {
        var home = folder.resolve(extract.name());
        var key = BlindKey.newKey(random);
        var target = home.resolve(".snapshot.new");
        var made = new SnapshotMaker(forms, key, random).make(table, target, work.threads(), work.progress());
        before.ifPresent(old -> refuseIfShrunk(extract, old, made));
        var snapshot = digest(target);
        var description = new Description(
                extract.name(),
                snapshot,
                Files.size(target),
                made,
                Files.getLastModifiedTime(extract.file()).toInstant());
        Files.move(target, KeptSnapshot.file(home, snapshot), StandardCopyOption.ATOMIC_MOVE);
        var fresh = new KeptSnapshot(digest, key, description);
        fresh.writeTo(home);
        if (before.isPresent()) {
            Files.deleteIfExists(
                    KeptSnapshot.file(home, before.get().description().snapshot()));
        }
        return fresh;
    }

    private static void refuseIfShrunk(Extract extract, KeptSnapshot old, SnapshotMaker.Made made) {
        var rows = old.description().made().rows();
        if (made.rows() < rows / 2) {
            throw new ExtractRefused(new Bilingual(
                    "%s：只有%d行，上一份有%d行，像是被截断了；上一份保持不变".formatted(extract.file(), made.rows(), rows),
                    "%s: has %d rows where the last one had %d, as if cut off; the last one stays"
                            .formatted(extract.file(), made.rows(), rows)));
        }
    }

    private static Digest digest(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return Sm3.of(stream);
        }
    }
}
