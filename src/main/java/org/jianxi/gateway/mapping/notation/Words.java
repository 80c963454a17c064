package org.jianxi.gateway.mapping.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One part of a mapping file whose shape the schema has checked; misfits of meaning become problems with a line. */
public record Words(YamlFile file, String pointer, JsonNode node) {

    public static Words root(YamlFile file) {
        return new Words(file, "", file.tree());
    }

    public boolean has(String word) {
        return node.has(word);
    }

    public boolean isText() {
        return node.isString();
    }

    public boolean isNothing() {
        return node.isNull();
    }

    public boolean isList() {
        return node.isArray();
    }

    public Optional<Words> find(String word) {
        return has(word) ? Optional.of(at(word)) : Optional.empty();
    }

    /** A part that the schema or an earlier check made sure of. */
    public Words at(String word) {
        var value = node.get(word);
        if (value == null) {
            throw problem("lacks the word " + word);
        }
        return new Words(file, pointer + "/" + StrictJson.escape(word), value);
    }

    /** Text, or the digits of a whole number: YAML reads 530100 as one. */
    public String text() {
        return node.isIntegralNumber() ? node.bigIntegerValue().toString() : node.asString();
    }

    public String text(String word, String otherwise) {
        return find(word).map(Words::text).orElse(otherwise);
    }

    public int number(String word, int otherwise) {
        return find(word).map(one -> one.node.intValue()).orElse(otherwise);
    }

    /** One text or a list of them. */
    public List<String> texts() {
        if (!node.isArray()) {
            return List.of(text());
        }
        var texts = new ArrayList<String>();
        node.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    public List<Words> members() {
        return node.propertyNames().stream().map(this::at).toList();
    }

    /** The parts of a table of the source's words that mean something. */
    public List<Words> meanings(String word) {
        return find(word).stream()
                .flatMap(table -> table.members().stream())
                .filter(one -> !one.isNothing())
                .toList();
    }

    /** The parts of a list. */
    public List<Words> items() {
        var items = new ArrayList<Words>();
        node.forEach(item -> items.add(new Words(file, pointer + "/" + items.size(), item)));
        return items;
    }

    /** The last step of where this stands: its own word. */
    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The word itself as if it had been written as a value. */
    public Words named() {
        return new Words(file, pointer, StringNode.valueOf(name()));
    }

    public FileProblem problem(String why) {
        return file.problem(pointer, pointer.isEmpty() ? why : pointer.substring(1) + ": " + why);
    }
}
