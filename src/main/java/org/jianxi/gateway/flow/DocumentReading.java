package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.mapping.MappingContext;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.SourceReader;

/** Reads any document a sender may send: in its own format by its mapping, otherwise as a canonical return. Pure. */
public final class DocumentReading {

    private final CanonicalDocuments canonical;
    private final ReportingUnits units;
    private final SourceReader reader;

    public DocumentReading(CanonicalDocuments canonical, ReportingUnits units) {
        this.canonical = canonical;
        this.units = units;
        this.reader = new SourceReader(canonical);
    }

    /** One document and what was said beside it. */
    public record Paper(byte[] content, MediaType type, Optional<Sender> sender, Optional<Period> period) {}

    /** @param mapping the source's own, or the official sheet's; empty reads the canonical form */
    public Reading read(Paper paper, Optional<MappingFile> mapping) {
        return mapping.map(file -> new Reading(
                        reader.read(file, paper.content(), context(paper)),
                        file.digest().hex()))
                .orElseGet(() -> new Reading(
                        canonical.read(paper.content(), paper.type()).mapped(), ""));
    }

    private MappingContext context(Paper paper) {
        return new MappingContext(paper.type(), paper.period(), paper.sender(), units);
    }
}
