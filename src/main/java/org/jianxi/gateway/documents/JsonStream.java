package org.jianxi.gateway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSON too long for a tree, token by token: as strict as {@link StrictJson}, in constant memory. */
public final class JsonStream implements AutoCloseable {

    private static final JsonMapper MAPPER = StrictJson.mapper(-1);
    private static final ObjectReader VALUES = MAPPER.readerFor(JsonNode.class)
            .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser tokens;

    private JsonStream(StrictReader text) {
        this.tokens = MAPPER.createParser(text);
    }

    public static JsonStream open(InputStream utf8) throws UnreadableDocument {
        try {
            return new JsonStream(new StrictReader(utf8, StandardCharsets.UTF_8));
        } catch (RuntimeException failure) {
            throw refusalOf(failure);
        }
    }

    /** The next token; null at the end of the document. */
    public @Nullable JsonToken next() throws UnreadableDocument {
        try {
            return tokens.nextToken();
        } catch (JacksonException | ArithmeticException | NumberFormatException failure) {
            throw refusalOf(failure);
        }
    }

    /** The member's name when the token at hand is one. */
    public @Nullable String name() {
        return tokens.currentName();
    }

    /** The whole value that begins with the token at hand. */
    public JsonNode value(String pointer) throws UnreadableDocument {
        try {
            JsonNode value = VALUES.readValue(tokens);
            StrictJson.inspectQuickly(value, pointer);
            return value;
        } catch (JacksonException | ArithmeticException | NumberFormatException failure) {
            throw refusalOf(failure);
        }
    }

    /** Passes over the value that begins with the token at hand. */
    public void skip() throws UnreadableDocument {
        try {
            tokens.skipChildren();
        } catch (JacksonException failure) {
            throw refusalOf(failure);
        }
    }

    /** The line, from 1, of the token at hand. */
    public int line() {
        return Math.max(tokens.currentTokenLocation().getLineNr(), 1);
    }

    private static UnreadableDocument refusalOf(RuntimeException failure) {
        return RefusedStream.in(failure, StrictJson.refusalOf(failure));
    }

    @Override
    public void close() throws IOException {
        tokens.close();
    }
}
