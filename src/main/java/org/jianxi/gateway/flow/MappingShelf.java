package org.jianxi.gateway.flow;

import java.util.Optional;
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

    private static final SourceId OFFICIAL = new SourceId("official");

    /** The mapping for what a source sends as this type; empty when that is the canonical form. */
    public Optional<MappingFile> find(SourceId source, String dataset, MediaType type) {
        var own = at(source, dataset);
        return own.filter(file -> file.format().mediaType() == type)
                .or(() -> type == MediaType.XLSX ? at(OFFICIAL, dataset) : Optional.empty())
                .or(() -> type == MediaType.CSV ? own : Optional.empty());
    }

    /** Looks at the files again; true when anything changed. */
    public boolean reread() {
        return register.reread();
    }

    private Optional<MappingFile> at(SourceId source, String dataset) {
        return register.find(source, dataset + ".yaml");
    }
}
