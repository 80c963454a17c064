package org.jianxi.gateway.mapping;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.notation.Definitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mappings in force, one for each {@code mappings/<source>/<dataset>.yaml}, re-read while running.
 *
 * <p>A file that cannot be used changes nothing: what stood before it stays, and the problem can be seen until the file is
 * mended. A deleted file takes its mapping away.
 */
public final class MappingRegister {

    private static final Logger LOG = LoggerFactory.getLogger(MappingRegister.class);

    private final Path mappings;
    private final FileSchema schema;
    private final Definitions definitions;
    private final Function<byte[], Digest> sm3;
    private final FolderWatch watch;
    private volatile Map<Path, MappingFile> inForce = Map.of();
    private volatile Map<Path, FileProblem> problems = Map.of();

    private MappingRegister(Path home, ReturnForms forms, Function<byte[], Digest> sm3) {
        this.mappings = home.resolve("mappings");
        this.schema = FileSchema.read(home.resolve(MappingFile.SCHEMA));
        this.definitions = Definitions.at(home, forms);
        this.sm3 = sm3;
        this.watch = FolderWatch.folder(mappings, MappingRegister::isMapping);
    }

    /** Reads all mappings below {@code home/mappings} once. */
    public static MappingRegister open(Path home, ReturnForms forms, Function<byte[], Digest> sm3) {
        var register = new MappingRegister(home, forms, sm3);
        register.apply(register.watch.first());
        return register;
    }

    /**
     * The mappings of one moment; what changes later does not show in it.
     *
     * @param files by source and file name
     */
    public record Standing(Map<Path, MappingFile> files) {

        /** @param file its name beside {@code source.yaml}, as the source names it for a dataset */
        public Optional<MappingFile> find(SourceId source, String file) {
            return Optional.ofNullable(files.get(Path.of(source.value(), file)));
        }
    }

    public Standing standing() {
        return new Standing(inForce);
    }

    /** What {@link Standing#find} finds at this moment. */
    public Optional<MappingFile> find(SourceId source, String file) {
        return standing().find(source, file);
    }

    /** All mappings in force, by source and file name. */
    public List<MappingFile> all() {
        return List.copyOf(inForce.values());
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
        var files = new TreeMap<>(inForce);
        var broken = new TreeMap<>(problems);
        changes.gone().forEach(path -> {
            broken.remove(path);
            files.remove(path);
        });
        changes.written().forEach((path, bytes) -> {
            broken.remove(path);
            try {
                files.put(path, read(path, bytes));
            } catch (FileProblem problem) {
                broken.put(path, problem);
                LOG.warn("Refused, what was in force stays: {}", problem.getMessage());
            }
        });
        inForce = Collections.unmodifiableMap(files);
        problems = Collections.unmodifiableMap(broken);
        return !changes.none();
    }

    private MappingFile read(Path path, byte[] bytes) {
        var name = mappings.resolve(path).toString();
        var mapping = MappingFile.of(name, bytes, schema, definitions, sm3);
        if (!mapping.source().value().equals(String.valueOf(path.getName(0)))) {
            throw new FileProblem(name, 0, "the source must be named as its folder, " + path.getName(0));
        }
        return mapping;
    }

    private static boolean isMapping(Path path) {
        return path.getNameCount() == 2 && path.toString().endsWith(".yaml") && !path.endsWith("source.yaml");
    }
}
