package org.jianxi.gateway.transport.deposit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.intake.NameLike;
import org.jianxi.gateway.intake.SftpPoll;
import org.jianxi.gateway.pulling.TurnFailed;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.transport.deposit.RemoteFolder.RemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean of the route that fetches extracts from offices' SFTP servers into the folders of their registries. A file is whole when two
 * looks in a row list it alike, or at once when {@code FILE.ok} lies beside it; it is fetched once.
 */
public final class ExtractFetchDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractFetchDoor.class);
    private static final List<String> ENDINGS = List.of(".csv", ".xls", ".xlsx");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String ALL = "*";
    private static final String WHOLE = ".ok";

    private final Path root;
    private final ExtractDesk desk;
    private final SftpLines lines;
    private final Map<RegistryName, Set<RemoteFile>> seen = new HashMap<>();

    public ExtractFetchDoor(Path var, ExtractDesk desk, SftpLines lines) {
        this.root = var.resolve("extracts");
        this.desk = desk;
        this.lines = lines;
    }

    /** Looks at every server once. One that is down keeps no other waiting for longer than its time. */
    public synchronized void fetch() {
        desk.registries()
                .forEach((registry, arrival) -> arrival.fetch().ifPresent(poll -> {
                    try {
                        fetch(registry.name(), poll);
                    } catch (TurnFailed failed) {
                        LOG.warn("The extracts of {} cannot be fetched: {}", registry.name(), failed.getMessage());
                    } catch (IOException | FileProblem failed) {
                        LOG.warn(
                                "The extracts of {} cannot be fetched: {}",
                                registry.name(),
                                failed.getClass().getSimpleName());
                    }
                }));
    }

    private void fetch(RegistryName registry, SftpPoll poll) throws IOException {
        var until = System.nanoTime() + poll.timeout().toNanos();
        var folder = root.resolve(registry.value());
        try (var remote = lines.open(new SourceId(registry.value()), poll)) {
            var listed = remote.list().files();
            var wanted = listed.stream().filter(file -> isWanted(poll, file)).toList();
            var taken = new FetchedFiles(folder.resolve(".fetched.json"));
            for (var file : wanted) {
                if (isWhole(registry, file, listed) && !taken.has(file)) {
                    save(remote, file, folder, until);
                    taken.add(file, listed);
                }
            }
            seen.put(registry, Set.copyOf(wanted));
        }
    }

    private static boolean isWanted(SftpPoll poll, RemoteFile file) {
        var name = file.name();
        var lower = name.text().toLowerCase(Locale.ROOT);
        return !name.isUnfinished()
                && NameLike.matches(poll.include(), name.text())
                && (!poll.include().equals(ALL) || ENDINGS.stream().anyMatch(lower::endsWith));
    }

    private boolean isWhole(RegistryName registry, RemoteFile file, List<RemoteFile> listed) {
        var mark = file.name().text() + WHOLE;
        return seen.getOrDefault(registry, Set.of()).contains(file)
                || listed.stream().anyMatch(other -> other.name().text().equals(mark));
    }

    /** Under another name first; with its mark it is taken at once. */
    private static void save(RemoteFolder remote, RemoteFile file, Path folder, long until) throws IOException {
        var name = file.name().text();
        Files.createDirectories(folder, OWNER_ALONE);
        var draft = folder.resolve("." + name + ".part");
        try {
            remote.save(file, draft, until);
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.write(folder.resolve(name + WHOLE), new byte[0]);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
