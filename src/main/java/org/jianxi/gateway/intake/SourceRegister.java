package org.jianxi.gateway.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Divisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources in force, one for each {@code mappings/<source>/source.yaml}, re-read while running.
 *
 * <p>A file that cannot be used changes nothing: what stood before it stays, and the problem can be seen until the file is
 * mended. A deleted file takes its source away.
 */
public final class SourceRegister {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRegister.class);
    private static final String FILE = "source.yaml";

    private final Path mappings;
    private final FileSchema schema;
    private final FolderWatch watch;
    private final SourceCheck check;
    private volatile Map<SourceId, Source> inForce = Map.of();
    private volatile Map<Path, FileProblem> problems = Map.of();

    private SourceRegister(Path mappings, FileSchema schema, SourceCheck check) {
        this.mappings = mappings;
        this.schema = schema;
        this.check = check;
        this.watch = FolderWatch.folder(mappings, path -> path.getNameCount() == 2 && path.endsWith(FILE));
    }

    /** Reads all sources below {@code home/mappings} once. */
    public static SourceRegister open(Path home) {
        var schema = FileSchema.read(home.resolve("schemas/source.schema.json"));
        var register = new SourceRegister(home.resolve("mappings"), schema, new SourceCheck(knownIn(home)));
        register.apply(register.watch.first());
        return register;
    }

    /** The source that a folder describes, in force or not; empty where it describes none. {@link FileProblem} when it is wrong. */
    public static Optional<Source> in(Path folder, Path home) {
        var whole = folder.toAbsolutePath().normalize();
        var file = whole.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var schema = FileSchema.read(home.resolve("schemas/source.schema.json"));
            var register = new SourceRegister(
                    Objects.requireNonNull(whole.getParent()), schema, new SourceCheck(knownIn(home)));
            return Optional.of(
                    register.read(Objects.requireNonNull(whole.getFileName()).resolve(FILE), Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    public Optional<Source> find(SourceId id) {
        return Optional.ofNullable(inForce.get(id));
    }

    /** All sources in force, in the order of their ids. */
    public Collection<Source> all() {
        return inForce.values();
    }

    /** Files that stand there and are not in force as they stand. */
    public List<FileProblem> problems() {
        return List.copyOf(problems.values());
    }

    /** Looks at the files again; a change counts when two looks in a row agree. True when anything changed. */
    public synchronized boolean reread() {
        return apply(watch.again());
    }

    private boolean apply(FolderWatch.Changes changes) {
        var sources = new TreeMap<>(inForce);
        var broken = new TreeMap<>(problems);
        changes.gone().forEach(path -> {
            broken.remove(path);
            SourceId.parse(folderOf(path)).ifPresent(sources::remove);
        });
        changes.written().forEach((path, bytes) -> {
            broken.remove(path);
            try {
                var source = read(path, bytes);
                sources.put(source.id(), source);
            } catch (FileProblem problem) {
                broken.put(path, problem);
                LOG.warn("Refused, what was in force stays: {}", problem.getMessage());
            }
        });
        inForce = Collections.unmodifiableMap(sources);
        problems = Collections.unmodifiableMap(broken);
        return !changes.none();
    }

    private Source read(Path path, byte[] bytes) {
        var file = YamlFile.parse(mappings.resolve(path).toString(), new String(bytes, StandardCharsets.UTF_8));
        schema.check(file);
        var written = file.as(SourceFile.class);
        check.check(file, written, folderOf(path));
        return written.toSource();
    }

    /** Where no table of divisions lies, every code may be a sender's. */
    private static Predicate<Sender> knownIn(Path home) {
        return Divisions.areThere(home) ? Divisions.reportingUnits(home)::includes : sender -> true;
    }

    private static String folderOf(Path path) {
        return String.valueOf(path.getName(0));
    }
}
