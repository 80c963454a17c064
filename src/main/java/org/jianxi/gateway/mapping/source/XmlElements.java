package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jspecify.annotations.Nullable;

/** Makes elements of a stream of XML, so many and no more. */
public final class XmlElements {

    private final XmlStream xml;
    private final Predicate<List<Address.XmlName>> left;
    private final List<Address.XmlName> path = new ArrayList<>();
    private int rest;

    private XmlElements(XmlStream xml, int most, Predicate<List<Address.XmlName>> left) {
        this.xml = xml;
        this.rest = most;
        this.left = left;
    }

    /** The element just opened, to its end. */
    static XmlElement read(XmlStream xml, int most) throws XMLStreamException, UnreadableDocument {
        return new XmlElements(xml, most, path -> false).element();
    }

    /** A whole document without the elements at some paths. */
    public static XmlElement skeleton(XmlStream xml, int most, Predicate<List<Address.XmlName>> left)
            throws XMLStreamException, UnreadableDocument {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        return new XmlElements(xml, most, left).element();
    }

    private XmlElement element() throws XMLStreamException, UnreadableDocument {
        if (--rest < 0) {
            throw new UnreadableDocument(
                    DocumentRule.LIMIT,
                    Place.line(xml.line(), null),
                    new Bilingual("一条记录中的元素过多", "A record has too many elements"));
        }
        var name = new Address.XmlName(namespace(xml.getNamespaceURI()), xml.getLocalName());
        path.add(name);
        var attributes = attributes(xml);
        var line = xml.line();
        List<XmlElement> children = List.of();
        var text = "";
        var more = new StringBuilder(0);
        var words = false;
        for (var event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children = children.isEmpty() ? new ArrayList<>() : children;
                child(children);
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                words |= !xml.isWhiteSpace();
                if (text.isEmpty()) {
                    text = xml.getText();
                } else if (children.isEmpty()) {
                    more.append(xml.getText());
                }
            }
        }
        path.removeLast();
        return new XmlElement(
                name, attributes, children, children.isEmpty() ? text + more : "", line, words && !children.isEmpty());
    }

    private void child(List<XmlElement> children) throws XMLStreamException, UnreadableDocument {
        path.add(new Address.XmlName(namespace(xml.getNamespaceURI()), xml.getLocalName()));
        var skipped = left.test(path);
        path.removeLast();
        if (skipped) {
            skip();
        } else {
            children.add(element());
        }
    }

    private void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            var event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    static Map<Address.XmlName, String> attributes(XmlStream xml) {
        var count = xml.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        var attributes = new HashMap<Address.XmlName, String>();
        for (var at = 0; at < count; at++) {
            attributes.put(
                    new Address.XmlName(namespace(xml.getAttributeNamespace(at)), xml.getAttributeLocalName(at)),
                    xml.getAttributeValue(at));
        }
        return attributes;
    }

    static String namespace(@Nullable String given) {
        return given == null ? "" : given;
    }
}
