package org.jianxi.gateway.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mapping files in force. A changed file is taken up at its next use; a bad one leaves the last good one in force.
 *
 * <p>Who sends the official workbook needs no mapping of its own: {@code mappings/official} reads it for everybody.
 */
public final class MappingShelf {

    private static final Logger LOG = LoggerFactory.getLogger(MappingShelf.class);
    private static final SourceId OFFICIAL = new SourceId("official");

    private final Path home;
    private final ReturnForms forms;
    private final Map<Path, Shelved> shelf = new ConcurrentHashMap<>();

    public MappingShelf(Path home, ReturnForms forms) {
        this.home = home;
        this.forms = forms;
    }

    private record Shelved(Stamp stamp, MappingFile file) {}

    /** Enough to see that a file was written again. */
    private record Stamp(long modified, long size) {}

    /** The mapping for what a source sends as this type; empty when that is the canonical form. */
    public Optional<MappingFile> find(SourceId source, String dataset, MediaType type) {
        var own = at(home.resolve("mappings").resolve(source.value()).resolve(dataset + ".yaml"));
        return own.filter(file -> file.format().mediaType() == type)
                .or(() -> type == MediaType.XLSX ? official(dataset) : Optional.empty())
                .or(() -> type == MediaType.CSV ? own : Optional.empty());
    }

    private Optional<MappingFile> official(String dataset) {
        return at(home.resolve("mappings").resolve(OFFICIAL.value()).resolve(dataset + ".yaml"));
    }

    private Optional<MappingFile> at(Path path) {
        return Optional.ofNullable(shelf.compute(path, (file, before) -> {
                    var stamp = stampOf(file);
                    if (stamp.isEmpty()) {
                        return null;
                    }
                    return before != null && before.stamp().equals(stamp.get())
                            ? before
                            : load(file, stamp.get(), before);
                }))
                .map(Shelved::file);
    }

    private @Nullable Shelved load(Path file, Stamp stamp, @Nullable Shelved before) {
        try {
            return new Shelved(stamp, MappingFile.load(home, file, forms, Sm3::of));
        } catch (FileProblem problem) {
            LOG.warn("{}; {}", problem.getMessage(), before == null ? "it is not in force" : "the last good one stays");
            return before == null ? null : new Shelved(stamp, before.file());
        }
    }

    private static Optional<Stamp> stampOf(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
