package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns canonical XML into the tree its JSON twin has, so that both are judged by the same schema in the same words. */
final class CanonicalXmlTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");
    private static final String NTH = "nth";
    private static final Set<String> FREE_SPACES =
            Set.of("http://www.w3.org/2000/xmlns/", "http://www.w3.org/2001/XMLSchema-instance");

    private final ReturnForm form;
    private final CanonicalVersion version;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    CanonicalXmlTree(ReturnForm form, CanonicalVersion version) {
        this.form = form;
        this.version = version;
    }

    /** The form an XML return names, before anything else is known of it; empty text when it names none. */
    static String formOf(Document document) {
        var root = document.getDocumentElement();
        var named = root.getElementsByTagNameNS(String.valueOf(root.getNamespaceURI()), "form");
        return named.getLength() == 0 ? "" : String.valueOf(named.item(0).getTextContent());
    }

    CanonicalTree read(Document document) {
        var root = document.getDocumentElement();
        var at = place("/" + root.getNodeName(), root);
        if (!version.namespace().equals(root.getNamespaceURI()) || !CanonicalWords.ROOT.equals(root.getLocalName())) {
            report(
                    CanonicalRule.SHAPE,
                    at,
                    "根元素应为%s，命名空间为%s".formatted(CanonicalWords.ROOT, version.namespace()),
                    "The root must be %s in the namespace %s".formatted(CanonicalWords.ROOT, version.namespace()));
            return new CanonicalTree(NODES.nullNode(), version, Map.of("", at), findings);
        }
        places.put("", at);
        var tree = NODES.objectNode();
        for (var child : children(root, "", Set.of())) {
            member(tree, child);
        }
        return new CanonicalTree(tree, version, places, findings);
    }

    private void member(ObjectNode tree, Element child) {
        var name = version.firstNameOf(child.getLocalName());
        var pointer = "/" + name;
        if (!enter(tree, child, name, pointer)) {
            return;
        }
        switch (name) {
            case "indicators" -> indicators(tree.putObject(name), child);
            case "explanations" -> explanations(tree, child);
            case "revision" -> number(tree, name, text(child, pointer, Set.of()));
            default -> tree.put(name, text(child, pointer, Set.of()));
        }
    }

    private void indicators(ObjectNode indicators, Element element) {
        for (var child : children(element, "/indicators", Set.of())) {
            var local = child.getLocalName();
            var name = local.matches("i[1-9][0-9]{0,3}") ? local.substring(1) : local;
            var pointer = "/indicators/" + name;
            if (!enter(indicators, child, name, pointer)) {
                continue;
            }
            var text = text(child, pointer, Set.of());
            var money = name.matches("[0-9]+")
                    && form.find(Integer.parseInt(name))
                            .filter(one -> one.unit().isMoney())
                            .isPresent();
            if (money) {
                indicators.put(name, text);
            } else {
                number(indicators, name, text);
            }
        }
    }

    private void explanations(ObjectNode tree, Element element) {
        var list = tree.putArray("explanations");
        for (var child : children(element, "/explanations", Set.of())) {
            var pointer = "/explanations/" + list.size();
            places.put(pointer, place(placeOf("/explanations"), child));
            if (!child.getLocalName().equals("explanation")) {
                unknown(placeOf(pointer), child.getNodeName());
                continue;
            }
            var item = list.addObject();
            if (child.hasAttribute("rule")) {
                item.put("rule", child.getAttribute("rule"));
            }
            item.put("text", text(child, pointer, Set.of("rule")));
        }
    }

    /** Notes where a child stands; false when one of its name was there before. */
    private boolean enter(ObjectNode parent, Element child, String name, String pointer) {
        var at = place(placeOf(pointer.substring(0, pointer.lastIndexOf('/'))), child);
        if (parent.has(name)) {
            report(CanonicalRule.SHAPE, at, child.getNodeName() + "出现了两次", child.getNodeName() + " stands twice");
            return false;
        }
        places.put(pointer, at);
        return true;
    }

    /** A number where XML Schema would read one; anything else stays the text it is. */
    private static void number(ObjectNode parent, String name, String text) {
        var bare = text.strip();
        if (DECIMAL.matcher(bare).matches()) {
            parent.put(name, new BigDecimal(bare));
        } else {
            parent.put(name, text);
        }
    }

    private String text(Element element, String pointer, Set<String> attributes) {
        inspectAttributes(element, pointer, attributes);
        count(element);
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                unknown(place(placeOf(pointer), inner), inner.getNodeName());
            }
        }
        return String.valueOf(element.getTextContent());
    }

    private List<Element> children(Element element, String pointer, Set<String> attributes) {
        inspectAttributes(element, pointer, attributes);
        count(element);
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && version.namespace().equals(child.getNamespaceURI())) {
                children.add(child);
            } else if (node instanceof Element foreign) {
                unknown(place(placeOf(pointer), foreign), foreign.getNodeName());
            } else if (!String.valueOf(node.getNodeValue()).isBlank()) {
                var at = placeOf(pointer);
                report(CanonicalRule.SHAPE, at, "元素之间不应有文字", "No text may stand between elements");
            }
        }
        return children;
    }

    private void inspectAttributes(Element element, String pointer, Set<String> known) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var space = String.valueOf(attribute.getNamespaceURI());
            if (!FREE_SPACES.contains(space) && !known.contains(attribute.getNodeName())) {
                unknown(placeOf(pointer), "@" + attribute.getNodeName());
            }
        }
    }

    /** Counts each parent's children once: looking back from every child would take a square of time. */
    private static void count(Element parent) {
        var seen = new HashMap<String, Integer>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                child.setUserData(NTH, seen.merge(child.getNodeName(), 1, Integer::sum), null);
            }
        }
    }

    private Place placeOf(String pointer) {
        return places.getOrDefault(pointer, Place.WHOLE);
    }

    private static Place place(Place parent, Element child) {
        var nth = child.getUserData(NTH) instanceof Integer count ? count : 1;
        var step = nth == 1 ? child.getNodeName() : child.getNodeName() + "[" + nth + "]";
        return place(parent.xpath() + "/" + step, child);
    }

    private static Place place(String xpath, Element element) {
        return Place.xpath(xpath).onLine(Math.max(SafeXml.lineOf(element), 1));
    }

    private void unknown(Place at, String name) {
        report(CanonicalRule.MEMBER, at, "规范中没有" + name, name + " is not part of the canonical form");
    }

    private void report(CanonicalRule rule, Place at, String zh, String en) {
        findings.add(Finding.error(rule, at, new Bilingual(zh, en)));
    }
}
