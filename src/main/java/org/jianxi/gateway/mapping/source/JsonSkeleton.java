package org.jianxi.gateway.mapping.source;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.JsonStream;
import org.jianxi.gateway.documents.UnreadableDocument;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON document without its long lists: what addresses of the whole document can mean beside the records. */
public final class JsonSkeleton {

    private static final int MOST_NODES = 20_000;

    private final JsonStream json;
    private final List<String> left;
    private int nodes;

    private JsonSkeleton(JsonStream json, List<String> left) {
        this.json = json;
        this.left = left;
    }

    /** @param left pointers of the arrays and objects whose items are not read */
    public static JsonDocument read(JsonStream json, List<String> left) throws UnreadableDocument {
        var token = json.next();
        var tree =
                token == null ? JsonNodeFactory.instance.missingNode() : new JsonSkeleton(json, left).value(token, "");
        return new JsonDocument(tree, "");
    }

    private JsonNode value(JsonToken token, String pointer) throws UnreadableDocument {
        if (++nodes > MOST_NODES) {
            throw new UnreadableDocument(
                    DocumentRule.LIMIT,
                    Place.pointer(pointer),
                    new Bilingual("记录之外的内容过多", "There is too much besides the records"));
        }
        if (left.contains(pointer)) {
            json.skip();
            return JsonNodeFactory.instance.arrayNode();
        }
        if (token != JsonToken.START_OBJECT) {
            return json.value(pointer);
        }
        var object = JsonNodeFactory.instance.objectNode();
        while (json.next() == JsonToken.PROPERTY_NAME) {
            var name = String.valueOf(json.name());
            var first = json.next();
            if (first != null) {
                object.set(name, value(first, pointer + "/" + org.jianxi.gateway.documents.StrictJson.escape(name)));
            }
        }
        return object;
    }
}
