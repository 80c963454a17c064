package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * XML, asked by the steps of {@link Address.XmlPath}.
 *
 * @param namespace the namespace of every element named by a path; empty: none
 */
record XmlDocument(Document root, String namespace) implements SourceDocument {

    static XmlDocument read(byte[] content, String namespace) throws UnreadableDocument {
        return new XmlDocument(SafeXml.parse(content), namespace);
    }

    @Override
    public Answer find(Address address) {
        if (!(address instanceof Address.XmlPath path)) {
            throw SourceDocument.foreign(address);
        }
        List<Node> reached = List.of(root);
        var nearest = Place.xpath(path.written());
        for (var step : path.steps()) {
            reached = next(reached, step);
            if (!reached.isEmpty()) {
                nearest = nearest.onLine(SafeXml.lineOf(reached.getFirst()));
            }
        }
        if (reached.isEmpty()) {
            return missing(path, nearest);
        }
        if (reached.size() > 1) {
            var why = new Bilingual(
                    "%s 出现%d次".formatted(path, reached.size()), "%s stands %d times".formatted(path, reached.size()));
            return new Answer.Several(nearest, why);
        }
        return at((Element) reached.getFirst(), path, nearest);
    }

    private static Answer at(Element element, Address.XmlPath path, Place place) {
        if (path.attribute().isPresent()) {
            var attribute = element.getAttributeNodeNS(null, path.attribute().get());
            return attribute == null
                    ? missing(path, place)
                    : new Answer.Found(new Value.Text(attribute.getValue()), place);
        }
        if (children(element).findAny().isPresent()) {
            var why = new Bilingual("含有下级元素，不是数字或文字", "has elements inside it and is no number or text");
            return new Answer.Found(new Value.Unusable(why), place);
        }
        return new Answer.Found(new Value.Text(element.getTextContent()), place);
    }

    private static Answer missing(Address.XmlPath path, Place nearest) {
        return new Answer.NoSuchPlace(nearest, new Bilingual("文件中没有 " + path, "the document has no " + path));
    }

    private List<Node> next(List<Node> reached, Address.Step step) {
        var found = new ArrayList<Node>();
        for (var node : reached) {
            children(node).filter(child -> matches(child, step)).forEach(found::add);
        }
        return found;
    }

    private boolean matches(Element element, Address.Step step) {
        var space = Objects.requireNonNullElse(element.getNamespaceURI(), "");
        return step.name().equals(element.getLocalName())
                && namespace.equals(space)
                && step.condition()
                        .map(one -> element.hasAttributeNS(null, one.attribute())
                                && one.value().equals(element.getAttributeNS(null, one.attribute())))
                        .orElse(true);
    }

    private static Stream<Element> children(Node node) {
        var elements = new ArrayList<Element>();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements.stream();
    }
}
