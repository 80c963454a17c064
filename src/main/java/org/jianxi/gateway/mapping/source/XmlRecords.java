package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jspecify.annotations.Nullable;

/** The elements at one path as they stream by, each with all that is in it. */
public final class XmlRecords implements RecordStream {

    private static final int MOST_NODES = 20_000;

    private final XmlStream xml;
    private final Address.XmlPath path;
    /** How many of the open elements are on the path, from the root. */
    private int matched;

    private int depth;
    private long index;
    private int line = 1;

    public XmlRecords(XmlStream xml, Address.XmlPath path) {
        this.xml = xml;
        this.path = path;
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
        if (!step.name().local().equals(xml.getLocalName())
                || !step.name().namespace().equals(XmlElements.namespace(xml.getNamespaceURI()))) {
            return false;
        }
        return step.condition()
                .map(one -> one.value().equals(XmlElements.attributes(xml).get(one.attribute())))
                .orElse(true);
    }

    private SourceDocument record() throws XMLStreamException, UnreadableDocument {
        line = xml.line();
        var element = XmlElements.read(xml, MOST_NODES);
        return XmlDocument.inside(element, at(++index));
    }

    private String at(long number) {
        return path.written() + "[" + number + "]";
    }

    @Override
    public Place place() {
        return Place.xpath(at(index)).onLine(line);
    }

    @Override
    public void close() throws IOException {
        xml.release();
    }
}
