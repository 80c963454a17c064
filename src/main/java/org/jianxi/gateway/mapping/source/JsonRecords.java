package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.JsonStream;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.RecordsAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The items of one array, or the values of one object's members, as they stream by. */
public final class JsonRecords implements RecordStream {

    private final JsonStream json;
    private final RecordsAddress.Items address;
    private final String pointer;
    private long index = -1;
    private String at;
    private boolean done;

    public JsonRecords(JsonStream json, RecordsAddress.Items address) throws UnreadableDocument {
        this.json = json;
        this.address = address;
        this.pointer = pointerOf(address);
        this.at = pointer;
        enter();
    }

    public static String pointerOf(RecordsAddress.Items address) {
        return address.steps().stream()
                .map(step -> "/" + StrictJson.escape(step))
                .reduce("", String::concat);
    }

    private void enter() throws UnreadableDocument {
        var token = json.next();
        for (var step : address.steps()) {
            token = descend(token, step);
        }
        var wanted = address.members() ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
        if (token != wanted) {
            throw missing();
        }
    }

    /** Passes over members until the one named; items by their index. */
    private @Nullable JsonToken descend(@Nullable JsonToken token, String step) throws UnreadableDocument {
        if (token == JsonToken.START_OBJECT) {
            while (json.next() == JsonToken.PROPERTY_NAME) {
                var found = step.equals(json.name());
                var value = json.next();
                if (found) {
                    return value;
                }
                json.skip();
            }
        }
        throw missing();
    }

    private UnreadableDocument missing() {
        return new UnreadableDocument(
                DocumentRule.ROW,
                Place.pointer(pointer),
                address.members()
                        ? new Bilingual(
                                "“%s”处应为对象".formatted(pointer), "At \"%s\" there must be an object".formatted(pointer))
                        : new Bilingual(
                                "“%s”处应为数组".formatted(pointer), "At \"%s\" there must be an array".formatted(pointer)));
    }

    @Override
    public @Nullable SourceDocument next() throws UnreadableDocument {
        if (done) {
            return null;
        }
        var token = json.next();
        if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            drain();
            return null;
        }
        if (token == JsonToken.PROPERTY_NAME) {
            at = pointer + "/" + StrictJson.escape(String.valueOf(json.name()));
            json.next();
        } else {
            at = pointer + "/" + ++index;
        }
        return new JsonDocument(json.value(at), at);
    }

    /** What stands behind the records is read too: a file cut off there is not whole. */
    private void drain() throws UnreadableDocument {
        done = true;
        while (json.next() != null) {
            continue;
        }
    }

    @Override
    public Place place() {
        return Place.pointer(at);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
