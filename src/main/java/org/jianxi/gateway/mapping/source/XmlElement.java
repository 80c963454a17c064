package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.mapping.notation.Address;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * An element as addresses see it.
 *
 * @param text of the element and all that is in it
 * @param line from 1; 0 when it is not known
 * @param mixed whether text that is no blank stands between the elements in it
 */
record XmlElement(
        Address.XmlName name,
        Map<Address.XmlName, String> attributes,
        List<XmlElement> children,
        String text,
        int line,
        boolean mixed) {

    static XmlElement of(Element element) {
        var attributes = new HashMap<Address.XmlName, String>();
        var given = element.getAttributes();
        for (var index = 0; index < given.getLength(); index++) {
            attributes.put(nameOf(given.item(index)), given.item(index).getNodeValue());
        }
        var children = new ArrayList<XmlElement>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                children.add(of(inside));
            }
        }
        var text = children.isEmpty() ? element.getTextContent() : "";
        return new XmlElement(nameOf(element), attributes, children, text, SafeXml.lineOf(element), isMixed(element));
    }

    private static boolean isMixed(Element element) {
        var elements = false;
        var text = false;
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            elements |= child instanceof Element;
            text |= child instanceof Text && !child.getNodeValue().isBlank();
        }
        return elements && text;
    }

    private static Address.XmlName nameOf(Node node) {
        return new Address.XmlName(
                Objects.requireNonNullElse(node.getNamespaceURI(), ""), String.valueOf(node.getLocalName()));
    }

    boolean matches(Address.Step step) {
        return name.equals(step.name())
                && step.condition()
                        .map(one -> one.value().equals(attributes.get(one.attribute())))
                        .orElse(true);
    }

    Place on(Place place) {
        return line == 0 ? place : place.onLine(line);
    }
}
