package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.snapshot.Snapshot;
import org.jianxi.gateway.signing.Sm3;

/** Where the snapshots of registries lie: a folder for each registry, that nobody else may enter. */
record SnapshotFiles(Path root) {

    private static final String ENDING = ".snapshot";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int PIECE = 64 * 1024;

    /** Makes the registry's folder where there is none. */
    Path folder(RegistryName registry) throws IOException {
        var folder = root.resolve(registry.value());
        OwnerFile.folder(folder);
        return folder;
    }

    Path file(RegistryName registry, String snapshot) {
        return root.resolve(registry.value()).resolve(snapshot + ENDING);
    }

    /** Empty where its file is no longer kept, or where it is no snapshot of ours: the registry was once reached another way. */
    Optional<Snapshot> open(RegistryName registry, String snapshot) throws IOException {
        if (!DIGEST.matcher(snapshot).matches()) {
            return Optional.empty();
        }
        var file = file(registry, snapshot);
        return Files.exists(file) ? Optional.of(Snapshot.open(file)) : Optional.empty();
    }

    /** The day is part of it: the same people on a later day are a later answer. */
    static String id(Path written, LocalDate day) throws IOException {
        var sm3 = new Sm3();
        var head = (day + "\n").getBytes(StandardCharsets.UTF_8);
        sm3.update(head, 0, head.length);
        var piece = new byte[PIECE];
        try (var stream = Files.newInputStream(written)) {
            for (var read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                sm3.update(piece, 0, read);
            }
        }
        return sm3.finish().hex();
    }

    /** On the disk when this is done. */
    void keep(Path written, RegistryName registry, String snapshot) throws IOException {
        try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(written, file(registry, snapshot), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away every other snapshot, and what a killed process left half-made: nobody reads an extract for a whole day. */
    void keepOnly(RegistryName registry, Collection<String> snapshots, Instant now) throws IOException {
        try (var files = Files.newDirectoryStream(folder(registry), ".*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
                    delete(file);
                }
            }
        }
        try (var files = Files.newDirectoryStream(folder(registry), "*" + ENDING)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!snapshots.contains(name.substring(0, name.length() - ENDING.length()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void delete(Path halfMade) throws IOException {
        try (var files = Files.walk(halfMade)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
