package org.jianxi.gateway.transport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.registries.extracts.ExtractArrival;
import org.jianxi.gateway.registries.extracts.ExtractOutcome;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.transport.desk.GivenName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the route that watches the folders of registries: {@code extracts/<registry>/}. A file that was taken goes; one that was
 * refused lies in {@code .refused/} till the next good one. Both folders are their owner's alone.
 */
public final class ExtractDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractDoor.class);
    private static final String WHOLE = ".ok";
    private static final String REFUSED = ".refused";
    private static final String KEPT = ".kept";

    private final Path root;
    private final ExtractDesk desk;
    private final SettledFiles settled;

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    public ExtractDoor(Path var, ExtractDesk desk, LongSupplier nanos) {
        this.root = var.resolve("extracts");
        this.desk = desk;
        this.settled = new SettledFiles(nanos);
    }

    /** Takes in what lies whole in the folders of all registries. One registry's trouble keeps no other waiting. */
    public void sweep() {
        desk.registries().forEach((registry, arrival) -> {
            try {
                sweep(registry, arrival);
            } catch (IOException | FileProblem unusable) {
                LOG.error(
                        "The extracts of {} cannot be taken in: {}",
                        registry.name(),
                        unusable.getClass().getSimpleName());
            }
        });
    }

    private void sweep(RegistrySettings registry, ExtractArrival arrival) throws IOException {
        var folder = ownersAlone(root.resolve(registry.name().value()));
        var files = whole(folder, arrival.settle());
        if (files.isEmpty()) {
            return;
        }
        var begun = desk.begin(registry);
        if (begun.isPresent()) {
            try (var held = begun.get()) {
                LOG.debug("{} has {} files", held.registry(), files.size());
                for (var file : files) {
                    receive(registry, arrival, file);
                }
            }
        }
    }

    /** Another node may have taken it a moment ago. */
    private void receive(RegistrySettings registry, ExtractArrival arrival, Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var folder = root.resolve(registry.name().value());
        var outcome = desk.receive(registry, file);
        empty(folder.resolve(REFUSED));
        switch (outcome) {
            case ExtractOutcome.Taken taken -> leave(file, folder, arrival);
            case ExtractOutcome.Refused refused -> move(file, folder.resolve(REFUSED));
        }
        Files.deleteIfExists(markOf(file));
    }

    /** Those nobody writes any more, and those that their sender says are whole: {@code FILE.ok} lies beside. */
    private Set<Path> whole(Path folder, Duration settle) throws IOException {
        var files = new LinkedHashSet<>(settled.in(folder, settle));
        try (var all = Files.newDirectoryStream(folder, entry -> Files.exists(markOf(entry)))) {
            all.forEach(files::add);
        }
        files.removeIf(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !isWanted(new GivenName(file.getFileName().toString())));
        return files;
    }

    private static boolean isWanted(GivenName name) {
        return name.isPlain() && !name.isUnfinished() && !name.text().endsWith(WHOLE);
    }

    private static Path markOf(Path file) {
        return file.resolveSibling(file.getFileName() + WHOLE);
    }

    private static void leave(Path file, Path folder, ExtractArrival arrival) throws IOException {
        switch (arrival.leftovers()) {
            case DELETED -> Files.deleteIfExists(file);
            case KEPT -> move(file, folder.resolve(KEPT));
        }
    }

    private static void move(Path file, Path into) throws IOException {
        Files.move(
                file,
                ownersAlone(into).resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path ownersAlone(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }
}
