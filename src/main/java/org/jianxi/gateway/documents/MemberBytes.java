package org.jianxi.gateway.documents;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The objects and lists directly within a JSON object, byte for byte as they were sent: what a signature over a part of it is checked against. */
public final class MemberBytes {

    private static final JsonMapper MAPPER = StrictJson.mapper(-1);

    private MemberBytes() {}

    /** @param document that {@link StrictJson} has read; text and numbers directly within it are passed over */
    public static Map<String, byte[]> of(byte[] document) throws UnreadableDocument {
        var members = new HashMap<String, byte[]>();
        try (var parser = MAPPER.createParser(document)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                if (parser.nextToken().isStructStart()) {
                    var from = parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    var to = parser.currentLocation().getByteOffset();
                    members.put(name, Arrays.copyOfRange(document, (int) from, (int) to));
                }
            }
            return members;
        } catch (JacksonException refused) {
            throw StrictJson.refusalOf(refused);
        }
    }
}
