package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An XML sample as {@link Node}s: attributes are children, siblings of one name are a list. */
final class ElementNodes {

    private static final String DECLARATION = "http://www.w3.org/2000/xmlns/";

    private final String usual;
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private ElementNodes(String usual) {
        this.usual = usual;
    }

    /** The nodes of a document, with the words that say what its namespaces are. */
    record Read(Node root, Map<String, Object> words) {}

    static Read of(Document document) {
        var root = document.getDocumentElement();
        var space = Objects.requireNonNullElse(root.getNamespaceURI(), "");
        var nodes = new ElementNodes(root.getPrefix() == null ? space : "");
        var tree = nodes.node(root);
        var words = new LinkedHashMap<String, Object>();
        if (!nodes.usual.isEmpty()) {
            words.put("namespace", nodes.usual);
        }
        if (!nodes.prefixes.isEmpty()) {
            var named = new TreeMap<String, String>();
            nodes.prefixes.forEach((uri, prefix) -> named.put(prefix, uri));
            words.put("namespaces", named);
        }
        return new Read(tree, words);
    }

    private Node node(Element element) {
        var name = name(element.getNamespaceURI(), element.getLocalName(), element.getPrefix(), usual);
        var children = new ArrayList<Node>();
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i) instanceof Attr attribute && !DECLARATION.equals(attribute.getNamespaceURI())) {
                var called =
                        "@" + name(attribute.getNamespaceURI(), attribute.getLocalName(), attribute.getPrefix(), "");
                children.add(
                        new Node(called, "/" + called, Optional.of(Said.text(attribute.getValue())), List.of(), false));
            }
        }
        var byName = new LinkedHashMap<String, List<Node>>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                var one = node(inside);
                byName.computeIfAbsent(one.name(), any -> new ArrayList<>()).add(one);
            }
        }
        byName.forEach((called, alike) -> children.add(alike.size() == 1 ? alike.getFirst() : list(called, alike)));
        var text = byName.isEmpty() ? element.getTextContent().strip() : "";
        var value = byName.isEmpty() && (children.isEmpty() || !text.isEmpty())
                ? Optional.of(Said.text(text))
                : Optional.<Said>empty();
        return new Node(name, "/" + name, value, children, false);
    }

    private static Node list(String name, List<Node> alike) {
        var items = alike.stream()
                .map(one -> new Node(one.name(), "", one.value(), one.children(), false))
                .toList();
        return new Node(name, "/" + name, Optional.empty(), items, true);
    }

    private String name(
            @org.jspecify.annotations.Nullable String uri,
            String local,
            @org.jspecify.annotations.Nullable String prefix,
            String without) {
        if (uri == null || uri.equals(without)) {
            return local;
        }
        var known = prefixes.computeIfAbsent(uri, any -> prefix == null ? "n" + (prefixes.size() + 1) : prefix);
        return known + ":" + local;
    }
}
