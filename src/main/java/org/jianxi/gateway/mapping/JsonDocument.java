package org.jianxi.gateway.mapping;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import tools.jackson.databind.JsonNode;

/** JSON, asked by RFC 6901 pointers. */
record JsonDocument(JsonNode root) implements SourceDocument {

    static JsonDocument read(byte[] content) throws UnreadableDocument {
        return new JsonDocument(StrictJson.parse(content));
    }

    @Override
    public Answer find(Address address) {
        if (!(address instanceof Address.Pointer pointer)) {
            throw SourceDocument.foreign(address);
        }
        var node = root.at(pointer.pointer());
        var place = Place.pointer(pointer.toString());
        return node.isMissingNode()
                ? new Answer.NoSuchPlace(place, new Bilingual("文件中没有 " + pointer, "the document has no " + pointer))
                : new Answer.Found(value(node), place);
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
        return new Value.Unusable(
                node.isBoolean()
                        ? new Bilingual("是布尔值，不是数字或文字", "is a boolean, not a number or text")
                        : new Bilingual("是对象或数组，不是数字或文字", "is an object or a list, not a number or text"));
    }
}
