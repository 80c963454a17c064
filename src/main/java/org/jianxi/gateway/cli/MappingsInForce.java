package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Sm3;

/** One source's folder under {@code mappings/}, whose files a running gateway reads: each is replaced whole or not at all. */
record MappingsInForce(Path folder) {

    Optional<byte[]> find(String name) {
        var file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw cannot(file, unreadable);
        }
    }

    /** A reader sees the old file or the new one, never a part. Empty takes the file away. */
    void replace(String name, Optional<byte[]> content) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            if (content.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            var beside = Files.write(folder.resolve("." + name + ".new"), content.get());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw cannot(file, unwritable);
        }
    }

    /** The candidate's samples beside those that are there; its {@code source.yaml} only where there is none. */
    void accompany(Path candidate) {
        var samples = candidate.resolve("samples");
        var target = new MappingsInForce(folder.resolve("samples"));
        try (Stream<Path> files = Files.list(samples)) {
            for (var sample : files.filter(Files::isRegularFile).toList()) {
                target.replace(String.valueOf(sample.getFileName()), Optional.of(Files.readAllBytes(sample)));
            }
        } catch (IOException unreadable) {
            throw cannot(samples, unreadable);
        }
        var source = new MappingsInForce(candidate).find("source.yaml");
        if (find("source.yaml").isEmpty() && source.isPresent()) {
            replace("source.yaml", source);
        }
    }

    /** SM3 of a file; empty text where there is none. */
    static String digest(Optional<byte[]> content) {
        return content.map(Sm3::of).map(Digest::hex).orElse("");
    }

    private static CannotBeDone cannot(Path file, IOException cause) {
        return new CannotBeDone(new Bilingual(file + "：无法读写（" + cause.getMessage() + "）", file + ": " + cause));
    }
}
