package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.table.Value;
import tools.jackson.databind.JsonNode;

/**
 * JSON, or one value inside it, asked by pointers (RFC 6901) and by picked items.
 *
 * @param at the pointer of {@code root} in the sender's document; empty for all of it
 * @param line of a value that has a line to itself; 0 elsewhere
 */
public record JsonDocument(JsonNode root, String at, int line) implements SourceDocument {

    JsonDocument(JsonNode root, String at) {
        this(root, at, 0);
    }

    public static JsonDocument read(byte[] content) throws UnreadableDocument {
        return new JsonDocument(StrictJson.parseSaved(content), "");
    }

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.Pointer pointer -> at(pointer);
            case Address.ItemPath path -> picked(path);
            case Address.OfDocument whole -> find(whole.inner());
            default -> throw SourceDocument.foreign(address);
        };
    }

    @Override
    public List<String> strangers(Set<String> members) {
        return root.isObject()
                ? root.propertyNames().stream()
                        .filter(name -> !members.contains(name))
                        .toList()
                : List.of(root.getNodeType().name());
    }

    @Override
    public Place place() {
        return line == 0 && at.isEmpty() ? Place.WHOLE : place(at);
    }

    private Answer at(Address.Pointer address) {
        var node = root.at(address.pointer());
        return node.isMissingNode()
                ? missing(() -> place(at + address), address)
                : new Answer.Found(value(node), () -> place(at + address));
    }

    private Answer picked(Address.ItemPath path) {
        var node = root;
        var pointer = at;
        for (var step : path.steps()) {
            node = node.at(step.to());
            pointer += step.to();
            if (step.pick().isPresent()) {
                var found = fitting(node, step.pick().get());
                if (found.size() > 1) {
                    return new Answer.Several(
                            place(pointer),
                            new Bilingual(
                                    "%s 对应%d项".formatted(path, found.size()),
                                    "%s fits %d items".formatted(path, found.size())));
                }
                if (found.isEmpty()) {
                    return missing(whereabouts(pointer), path);
                }
                node = node.get(found.getFirst());
                pointer += "/" + found.getFirst();
            }
        }
        return value(node, pointer, path);
    }

    private Place place(String pointer) {
        return line == 0 ? Place.pointer(pointer) : Place.pointer(pointer).onLine(line);
    }

    private static List<Integer> fitting(JsonNode array, Address.Pick pick) {
        var found = new ArrayList<Integer>();
        for (var index = 0; array.isArray() && index < array.size(); index++) {
            var member = array.get(index).path(pick.member());
            if (member.isValueNode() && member.asString().equals(pick.value())) {
                found.add(index);
            }
        }
        return found;
    }

    private Answer value(JsonNode node, String pointer, Address address) {
        var whereabouts = whereabouts(pointer);
        return node.isMissingNode() ? missing(whereabouts, address) : new Answer.Found(value(node), whereabouts);
    }

    private Answer.Whereabouts whereabouts(String pointer) {
        return () -> place(pointer);
    }

    private static Answer missing(Answer.Whereabouts nearest, Address address) {
        return new Answer.NoSuchPlace(
                nearest, () -> new Bilingual("文件中没有 " + address, "the document has no " + address));
    }

    private static Value value(JsonNode node) {
        if (node.isNull()) {
            return new Value.Nothing();
        }
        if (node.isString()) {
            return new Value.Text(node.stringValue());
        }
        if (node.isNumber()) {
            return new Value.Number(node.decimalValue());
        }
        return node.isBoolean()
                ? new Value.Truth(node.booleanValue())
                : new Value.Unusable(new Bilingual("是对象或数组，不是数字或文字", "is an object or a list, not a number or text"));
    }
}
