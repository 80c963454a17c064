package org.jianxi.gateway.mapping.source;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlEncoding;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/**
 * XML, or one element inside it, asked by the steps of {@link Address.XmlPath}.
 *
 * @param inside whether the first step of an address names a child of {@code root}; otherwise it names {@code root} itself
 * @param at the path of {@code root} in the sender's document where that is not the whole
 */
public record XmlDocument(XmlElement root, boolean inside, String at) implements SourceDocument {

    /** @param agreed the encoding where the document's own declaration is not to be believed */
    public static XmlDocument read(byte[] content, Optional<Charset> agreed) throws UnreadableDocument {
        var encoding = XmlEncoding.of(content, agreed);
        return whole(XmlElement.of(SafeXml.parse(content, encoding).getDocumentElement()));
    }

    public static XmlDocument whole(XmlElement root) {
        return new XmlDocument(root, false, "");
    }

    /** One element of many; its addresses begin inside it. */
    static XmlDocument inside(XmlElement element, String at) {
        return new XmlDocument(element, true, at);
    }

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.XmlPath path -> find(path);
            case Address.OfDocument whole -> find(whole.inner());
            default -> throw SourceDocument.foreign(address);
        };
    }

    /** Members are of the root's own namespace; attributes are strangers but for those that every schema takes. */
    @Override
    public List<String> strangers(Set<String> members) {
        var strangers = new ArrayList<String>();
        var namespace = root.name().namespace();
        root.children().stream()
                .map(XmlElement::name)
                .filter(name -> !name.namespace().equals(namespace) || !members.contains(name.local()))
                .forEach(name -> strangers.add(name.local()));
        Stream.concat(Stream.of(root), root.children().stream())
                .flatMap(element -> element.attributes().keySet().stream())
                .filter(name -> !name.namespace().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI))
                .forEach(name -> strangers.add("@" + name.local()));
        if (root.mixed() || root.children().isEmpty() && !root.text().isBlank()) {
            strangers.add("text()");
        }
        return strangers;
    }

    @Override
    public Place place() {
        return inside ? root.on(Place.xpath(at)) : Place.WHOLE;
    }

    private Answer find(Address.XmlPath path) {
        var reached = List.of(root);
        var candidates = inside ? root.children() : List.of(root);
        @Nullable XmlElement nearest = null;
        for (var step : path.steps()) {
            reached = matching(candidates, step);
            candidates = children(reached);
            if (!reached.isEmpty()) {
                nearest = reached.getFirst();
            }
        }
        if (reached.isEmpty()) {
            return missing(path, place(path, nearest));
        }
        if (reached.size() > 1) {
            var why = new Bilingual(
                    "%s 出现%d次".formatted(path, reached.size()), "%s stands %d times".formatted(path, reached.size()));
            return new Answer.Several(place(path, nearest), why);
        }
        var found = reached.getFirst();
        return in(found, path, () -> place(path, found));
    }

    private Place place(Address.XmlPath path, @Nullable XmlElement nearest) {
        var place = inside ? root.on(Place.xpath(at + path)) : Place.xpath(path.written());
        return nearest == null ? place : nearest.on(place);
    }

    private static List<XmlElement> matching(List<XmlElement> candidates, Address.Step step) {
        var matching = new ArrayList<XmlElement>(1);
        for (var candidate : candidates) {
            if (candidate.matches(step)) {
                matching.add(candidate);
            }
        }
        return matching;
    }

    private static List<XmlElement> children(List<XmlElement> elements) {
        return elements.size() == 1
                ? elements.getFirst().children()
                : elements.stream().flatMap(one -> one.children().stream()).toList();
    }

    private static Answer in(XmlElement element, Address.XmlPath path, Answer.Whereabouts at) {
        if (path.attribute().isPresent()) {
            var attribute = element.attributes().get(path.attribute().get());
            return attribute == null ? missing(path, at.place()) : new Answer.Found(new Value.Text(attribute), at);
        }
        if (!element.children().isEmpty()) {
            var why = new Bilingual("含有下级元素，不是数字或文字", "has elements inside it and is no number or text");
            return new Answer.Found(new Value.Unusable(why), at);
        }
        return new Answer.Found(new Value.Text(element.text()), at);
    }

    private static Answer missing(Address.XmlPath path, Place nearest) {
        return new Answer.NoSuchPlace(nearest, new Bilingual("文件中没有 " + path, "the document has no " + path));
    }
}
