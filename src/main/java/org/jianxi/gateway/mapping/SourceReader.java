package org.jianxi.gateway.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.ContentKind;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.CanonicalVersions;
import org.jianxi.gateway.mapping.notation.Format;

/**
 * Reads whatever a source may send: its own format by its mapping, or the canonical JSON or XML that every source may send
 * instead.
 *
 * <p>The declared type decides; where a source's own format is JSON or XML too, the document's outermost names tell the two
 * apart. Nothing is kept, and reading ends after 8 seconds whatever the document.
 */
public final class SourceReader {

    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final CanonicalDocuments canonical;
    private final TimeLimit time = new TimeLimit(LIMIT);

    public SourceReader(CanonicalDocuments canonical) {
        this.canonical = canonical;
    }

    /** The draft in {@code content} with everything that is wrong, at once. */
    public Mapped read(MappingFile mapping, byte[] content, MappingContext context) {
        try {
            return time.within(() -> readAny(mapping, content, context));
        } catch (UnreadableDocument unreadable) {
            return new Mapped.Unreadable(List.of(unreadable.toFinding()));
        }
    }

    private Mapped readAny(MappingFile mapping, byte[] content, MappingContext context) throws UnreadableDocument {
        return isCanonical(mapping, content, context.declared())
                ? canonical(content, context)
                : Mapper.read(mapping, content, context);
    }

    private static boolean isCanonical(MappingFile mapping, byte[] content, MediaType declared) {
        return switch (declared) {
            case CSV, XLSX -> mapping.format().isCanonical();
            case JSON -> mapping.format() != Format.JSON || looksCanonicalJson(content);
            case XML -> mapping.format() != Format.XML || looksCanonicalXml(content);
        };
    }

    private Mapped canonical(byte[] content, MappingContext context) throws UnreadableDocument {
        ContentKind.check(context.declared(), content);
        return switch (canonical.read(content, context.declared()).mapped()) {
            case Mapped.Unreadable unreadable -> unreadable;
            case Mapped.Read read -> held(read, context);
        };
    }

    private static Mapped held(Mapped.Read read, MappingContext context) {
        var findings = new ArrayList<>(read.findings());
        var place =
                context.declared() == MediaType.JSON ? Place.pointer("/period") : Place.xpath("/monthlyReturn/period");
        read.draft()
                .period()
                .flatMap(written -> PeriodReader.contradiction(written, context.period(), place))
                .ifPresent(findings::add);
        return new Mapped.Read(read.draft(), findings);
    }

    private static boolean looksCanonicalJson(byte[] content) {
        try {
            var root = StrictJson.parse(content);
            return root.has("form") && root.has("indicators");
        } catch (UnreadableDocument leftToItsReader) {
            return false;
        }
    }

    private static boolean looksCanonicalXml(byte[] content) {
        try {
            var root = SafeXml.parse(content).getDocumentElement();
            return CanonicalVersions.isCanonical(String.valueOf(root.getNamespaceURI()));
        } catch (UnreadableDocument leftToItsReader) {
            return false;
        }
    }
}
