package org.jianxi.gateway.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/** One mapping inside a definition file, read member by member; every misfit is a {@link FileProblem} with its line. */
record Section(YamlFile file, String pointer, JsonNode node) {

    static Section root(YamlFile file) {
        return new Section(file, "", file.tree());
    }

    /** Refuses members that nothing reads: a misspelt one would otherwise be ignored in silence. */
    Section only(String... known) {
        if (!node.isObject()) {
            throw problem("must be a mapping");
        }
        var names = Set.of(known);
        for (var name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw file.problem(pointer + "/" + name, "the member " + name + " is not known here");
            }
        }
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        var value = member(name);
        if (!value.isString() || value.asString().isBlank()) {
            throw at(name).problem("must be text");
        }
        return value.asString();
    }

    Optional<String> findText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int number(String name) {
        var value = member(name);
        if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > 9_999) {
            throw at(name).problem("must be a whole number from 1");
        }
        return value.intValue();
    }

    Optional<Integer> findNumber(String name) {
        return has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (!member(name).isBoolean()) {
            throw at(name).problem("must be true or false");
        }
        return member(name).booleanValue();
    }

    Bilingual bilingual(String name) {
        var section = at(name).only("zh", "en");
        return new Bilingual(section.text("zh"), section.text("en"));
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : sections(name)) {
            if (!item.node.isString()) {
                throw item.problem("must be text");
            }
            texts.add(item.node.asString());
        }
        return texts;
    }

    List<Section> sections(String name) {
        var list = at(name);
        if (!list.node.isArray()) {
            throw list.problem("must be a list");
        }
        var sections = new ArrayList<Section>();
        for (var item : list.node) {
            sections.add(new Section(file, list.pointer + "/" + sections.size(), item));
        }
        return sections;
    }

    /** Text by name, in the order of the file. */
    Map<String, String> textsByName() {
        var texts = new LinkedHashMap<String, String>();
        node.propertyNames().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    Section at(String name) {
        return new Section(file, pointer + "/" + name, member(name));
    }

    FileProblem problem(String why) {
        return file.problem(pointer, pointer.isEmpty() ? why : pointer.substring(1) + " " + why);
    }

    private JsonNode member(String name) {
        var value = node.get(name);
        if (value == null) {
            throw problem("lacks the member " + name);
        }
        return value;
    }
}
