package org.jianxi.gateway.publishing.platform;

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
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platforms in force, one for each {@code platforms/<platform>/platform.yaml}, re-read while running.
 *
 * <p>A file that cannot be used changes nothing. A deleted one takes its platform away: nothing more is sent there, and what it holds
 * stays written down.
 */
public final class PlatformRegister {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformRegister.class);
    private static final String FILE = "platform.yaml";

    private final Path folder;
    private final FileSchema schema;
    private final CodeList channels;
    private final FolderWatch watch;
    private volatile Map<String, Platform> inForce = Map.of();
    private volatile Map<Path, FileProblem> problems = Map.of();

    private PlatformRegister(Path home, CodeList channels) {
        this.folder = home.resolve("platforms");
        this.schema = FileSchema.read(home.resolve("schemas/platform.schema.json"));
        this.channels = channels;
        this.watch = FolderWatch.folder(folder, path -> path.getNameCount() == 2 && path.endsWith(FILE));
    }

    /** Reads all platforms below {@code home/platforms} once; there may be no such folder. */
    public static PlatformRegister open(Path home, Datasets datasets) {
        var channels = datasets.find("post-publications")
                .flatMap(dataset -> dataset.find("channel"))
                .flatMap(Field::codes)
                .orElseThrow(() -> new FileProblem("schemas/datasets/post-publications.yaml", 0, "names no channels"));
        var register = new PlatformRegister(home, channels);
        register.apply(register.watch.first());
        return register;
    }

    /** In the order of their ids. */
    public Collection<Platform> all() {
        return inForce.values();
    }

    public Optional<Platform> find(String id) {
        return Optional.ofNullable(inForce.get(id));
    }

    /** Files that stand there and are not in force as they stand. */
    public List<FileProblem> problems() {
        return List.copyOf(problems.values());
    }

    /** Looks at the files again; a change counts when two looks in a row agree. */
    public synchronized void reread() {
        apply(watch.again());
    }

    private void apply(FolderWatch.Changes changes) {
        var platforms = new TreeMap<>(inForce);
        var broken = new TreeMap<>(problems);
        changes.gone().forEach(path -> {
            broken.remove(path);
            platforms.remove(folderOf(path));
        });
        changes.written().forEach((path, bytes) -> {
            broken.remove(path);
            try {
                var platform = read(path, bytes);
                platforms.put(platform.id(), platform);
            } catch (FileProblem problem) {
                broken.put(path, problem);
                LOG.warn("Refused, what was in force stays: {}", problem.getMessage());
            }
        });
        inForce = Collections.unmodifiableMap(platforms);
        problems = Collections.unmodifiableMap(broken);
    }

    private Platform read(Path path, byte[] bytes) {
        var file = YamlFile.parse(folder.resolve(path).toString(), new String(bytes, StandardCharsets.UTF_8));
        schema.check(file);
        return file.as(PlatformFile.class).read(file, folderOf(path), channels);
    }

    private static String folderOf(Path path) {
        return String.valueOf(path.getName(0));
    }
}
