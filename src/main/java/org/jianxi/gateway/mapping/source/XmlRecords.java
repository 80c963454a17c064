package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.RecordsAddress;
import org.jspecify.annotations.Nullable;

/** The elements at one path as they stream by, each with all that is in it. */
public final class XmlRecords implements RecordStream {

    private static final int MOST_NODES = 20_000;

    private final XmlStream xml;
    private final Address.XmlPath path;
    private final Optional<String> removal;
    /** How many of the open elements are on the path, from the root. */
    private int matched;

    private int depth;
    private long records;
    private long removals;
    private boolean isRemoval;
    private int line = 1;

    public XmlRecords(XmlStream xml, RecordsAddress.Elements address) {
        this.xml = xml;
        this.path = address.path();
        this.removal = address.removal();
    }

    @Override
    public @Nullable SourceDocument next() throws UnreadableDocument {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (opens()) {
                            return record();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        matched = Math.min(matched, depth);
                    }
                    default -> {}
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException malformed) {
            throw XmlStream.refusalOf(malformed);
        }
    }

    /** Whether the element just opened is one of those wanted. */
    private boolean opens() {
        var next = matched == depth
                && depth < path.steps().size()
                && fits(path.steps().get(depth));
        if (next && depth + 1 == path.steps().size()) {
            return true;
        }
        depth++;
        matched += next ? 1 : 0;
        return false;
    }

    private boolean fits(Address.Step step) {
        if (!(step.name().local().equals(xml.getLocalName()) || isRemoval(step))
                || !step.name().namespace().equals(XmlElements.namespace(xml.getNamespaceURI()))) {
            return false;
        }
        return step.condition()
                .map(one -> one.value().equals(XmlElements.attributes(xml).get(one.attribute())))
                .orElse(true);
    }

    private boolean isRemoval(Address.Step step) {
        return step.equals(path.steps().getLast())
                && removal.filter(xml.getLocalName()::equals).isPresent();
    }

    private SourceDocument record() throws XMLStreamException, UnreadableDocument {
        line = xml.line();
        isRemoval = isRemoval(path.steps().getLast());
        if (isRemoval) {
            removals++;
        } else {
            records++;
        }
        var element = XmlElements.read(xml, MOST_NODES);
        return XmlDocument.inside(element, at());
    }

    private String at() {
        var written = path.written();
        return isRemoval
                ? "%s/%s[%d]".formatted(written.substring(0, written.lastIndexOf('/')), removal.orElseThrow(), removals)
                : "%s[%d]".formatted(written, records);
    }

    @Override
    public boolean isRemoval() {
        return isRemoval;
    }

    @Override
    public Place place() {
        return Place.xpath(at()).onLine(line);
    }

    @Override
    public void close() throws IOException {
        xml.release();
    }
}
