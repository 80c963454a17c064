package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.JsonStream;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/** JSON values one after another, usually one a line. Places are lines, with the pointer inside the value. */
public final class JsonLines implements RecordStream {

    private final JsonStream json;
    private int line = 1;

    public JsonLines(JsonStream json) {
        this.json = json;
    }

    @Override
    public @Nullable SourceDocument next() throws UnreadableDocument {
        if (json.next() == null) {
            return null;
        }
        line = json.line();
        return new JsonDocument(json.value(""), "", line);
    }

    @Override
    public Place place() {
        return Place.line(line, null);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
