package org.jianxi.gateway.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a tree of elements, attributes and text from parser events, with the line of each element. Comments are dropped. */
final class XmlTree extends DefaultHandler {

    private static final int MOST_NODES = 200_000;

    private final Document document;
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private int nodes;

    XmlTree() {
        try {
            document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException ours) {
            throw new IllegalStateException("The JDK's document builder cannot be set up", ours);
        }
        open.push(document);
    }

    Document document() {
        return document;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        count(1 + attributes.getLength());
        var element = document.createElementNS(uri.isEmpty() ? null : uri, qualified);
        for (var i = 0; i < attributes.getLength(); i++) {
            inspect(attributes.getValue(i));
            var space = attributes.getURI(i);
            element.setAttributeNS(space.isEmpty() ? null : space, attributes.getQName(i), attributes.getValue(i));
        }
        SafeXml.setLine(element, line());
        current().appendChild(element);
        open.push(element);
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        open.pop();
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        count(1);
        var piece = new String(text, start, length);
        inspect(piece);
        current().appendChild(document.createTextNode(piece));
    }

    private Node current() {
        return open.getFirst();
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    private void count(int more) throws SAXException {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw refused(
                    DocumentRule.LIMIT,
                    new Bilingual(
                            "XML的节点超过%d个".formatted(MOST_NODES),
                            "The XML has more than %d nodes".formatted(MOST_NODES)));
        }
    }

    /** Parsers may split a pair of surrogates between two calls, so only noncharacters are looked for. */
    private void inspect(String text) throws SAXException {
        for (var i = 0; i < text.length(); i++) {
            var one = text.charAt(i);
            if (one >= 0xFDD0 && one <= 0xFDEF) {
                var code = "U+%04X".formatted((int) one);
                throw refused(
                        DocumentRule.TEXT,
                        new Bilingual("文字中含有不允许的字符 " + code, "The text contains the forbidden character " + code));
            }
        }
    }

    private SAXException refused(DocumentRule rule, Bilingual reason) {
        return new SAXException(new UnreadableDocument(rule, Place.line(Math.max(line(), 1), null), reason));
    }
}
