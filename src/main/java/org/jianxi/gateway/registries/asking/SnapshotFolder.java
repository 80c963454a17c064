package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.registries.blind.OwnerFile;
import org.jianxi.gateway.registries.blind.Snapshot;
import org.jianxi.gateway.signing.Sm3;
import org.jspecify.annotations.Nullable;

/** Where the asker keeps a registry's snapshot, and beside it what was answered about it. */
record SnapshotFolder(Asking asking, String registry) {

    /** A new one makes the one before useless, with everything that was answered about it. */
    Snapshot snapshot(AgentChannel channel, Description description) throws IOException {
        var folder = asking.folder(registry);
        var home = home(description);
        var file = home.resolve("snapshot");
        if (!Files.exists(file)) {
            destroyAllIn(folder);
            OwnerFile.folder(home);
            channel.fetch(description, file);
        }
        return Snapshot.open(file);
    }

    /** The law is part of it: another law is another purpose. */
    Path answers(Description description) {
        var query = asking.query();
        var purpose = Sm3.of((query.purpose() + "\n" + query.legalBasis()).getBytes(StandardCharsets.UTF_8));
        return home(description).resolve(purpose.hex());
    }

    private Path home(Description description) {
        return asking.folder(registry).resolve(description.snapshot().hex());
    }

    private static void destroyAllIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var others = Files.newDirectoryStream(folder)) {
            for (var other : others) {
                Files.walkFileTree(other, new Destroying());
            }
        }
    }

    private static final class Destroying extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
