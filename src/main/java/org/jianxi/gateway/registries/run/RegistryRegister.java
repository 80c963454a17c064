package org.jianxi.gateway.registries.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.documents.YamlFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registries in force, one for each {@code registries/<name>/registry.yaml}, re-read while running.
 *
 * <p>A file that cannot be used changes nothing: what stood before it stays, and the problem can be seen until the file is mended. A
 * deleted file takes its registry away; its answers and marks stay.
 */
public final class RegistryRegister {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRegister.class);
    private static final String FILE = "registry.yaml";

    private final Path root;
    private final FileSchema schema;
    private final FolderWatch watch;
    private volatile Map<RegistryName, RegistrySettings> inForce = Map.of();
    private volatile Map<Path, FileProblem> problems = Map.of();

    private RegistryRegister(Path root, FileSchema schema) {
        this.root = root;
        this.schema = schema;
        this.watch = FolderWatch.folder(root, path -> path.getNameCount() == 2 && path.endsWith(FILE));
    }

    /** Reads all registries below {@code home/registries} once. */
    public static RegistryRegister open(Path home) {
        return open(home.resolve("registries"), home);
    }

    /** @param root the folder of the registries' folders, where it is not the installation's own */
    public static RegistryRegister open(Path root, Path home) {
        var register = new RegistryRegister(root, FileSchema.read(home.resolve("schemas/registry.schema.json")));
        register.apply(register.watch.first());
        return register;
    }

    public Optional<RegistrySettings> find(RegistryName name) {
        return Optional.ofNullable(inForce.get(name));
    }

    /** All registries in force, in the order of their names. */
    public Collection<RegistrySettings> all() {
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
        var registries = new TreeMap<>(inForce);
        var broken = new TreeMap<>(problems);
        changes.gone().forEach(path -> {
            broken.remove(path);
            RegistryName.parse(folderOf(path)).ifPresent(registries::remove);
        });
        changes.written().forEach((path, bytes) -> {
            broken.remove(path);
            try {
                var registry = read(path, bytes);
                registries.put(registry.name(), registry);
            } catch (FileProblem problem) {
                broken.put(path, problem);
                LOG.warn("Refused, what was in force stays: {}", problem.getMessage());
            }
        });
        inForce = Collections.unmodifiableMap(registries);
        problems = Collections.unmodifiableMap(broken);
        return !changes.none();
    }

    private RegistrySettings read(Path path, byte[] bytes) {
        var file = YamlFile.parse(root.resolve(path).toString(), new String(bytes, StandardCharsets.UTF_8));
        schema.check(file);
        return RegistryFile.read(file, folderOf(path));
    }

    private static String folderOf(Path path) {
        return String.valueOf(path.getName(0));
    }
}
