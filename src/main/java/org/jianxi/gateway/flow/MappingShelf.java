package org.jianxi.gateway.flow;

import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.MappingRegister;

/**
 * Which mapping reads what a source sends: its own, or, for the official workbook, the one that reads it for everybody.
 *
 * @param register the mappings in force
 */
public record MappingShelf(MappingRegister register) {

    /** The source whose mapping reads the official workbook for everybody. */
    public static final SourceId OFFICIAL = new SourceId("official");

    /** The mapping for what a source sends as this type; empty when that is the canonical form. */
    static Optional<MappingFile> find(MappingRegister.Standing among, SourceId source, String dataset, MediaType type) {
        var file = dataset + ".yaml";
        return choose(among.find(source, file), type, () -> among.find(OFFICIAL, file));
    }

    /** The choice itself, offline too: the source's own mapping where it is of this type, the official one for workbooks. */
    public static Optional<MappingFile> choose(
            Optional<MappingFile> own, MediaType type, Supplier<Optional<MappingFile>> official) {
        return own.filter(file -> file.mediaType() == type)
                .or(() -> type == MediaType.XLSX ? official.get() : Optional.empty())
                .or(() -> type == MediaType.CSV ? own : Optional.empty());
    }

    /** Looks at the files again; true when anything changed. */
    public boolean reread() {
        return register.reread();
    }
}
