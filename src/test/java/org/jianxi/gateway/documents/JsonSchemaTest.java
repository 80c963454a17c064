package org.jianxi.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonSchemaTest {

    @Test
    void everyViolationIsToldInBothLanguagesWithItsPointer() throws UnreadableDocument {
        var schema = JsonSchema.of(json("""
                {"type": "object", "required": ["b"], "additionalProperties": false,
                 "properties": {"a": {"type": "integer", "minimum": 0}, "b": {}, "d": {"type": "string", "format": "date"}}}
                """), Map.of());
        var violations = schema.validate(json("{\"a\": -1, \"x/y\": 0, \"d\": \"2023-02-30\"}"));
        assertThat(violations)
                .extracting(JsonSchema.Violation::exactPointer, JsonSchema.Violation::keyword)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/a", "minimum"),
                        org.assertj.core.groups.Tuple.tuple("/b", "required"),
                        org.assertj.core.groups.Tuple.tuple("/x~1y", "additionalProperties"),
                        org.assertj.core.groups.Tuple.tuple("/d", "format"));
        var minimum = violations.stream()
                .filter(one -> one.keyword().equals("minimum"))
                .findFirst()
                .orElseThrow();
        assertThat(minimum.message().zh()).contains("最小值必须为 0");
        assertThat(minimum.message().en()).contains("minimum value of 0");
    }

    @Test
    void referencesToTheClassPathAFileOrTheNetworkAreNotFollowed() throws UnreadableDocument {
        for (var target :
                new String[] {"classpath:jsv-messages.properties", "file:///etc/hostname", "http://127.0.0.1:9/s"}) {
            var reference = json("{\"$ref\": \"" + target + "\"}");
            assertThatThrownBy(() -> JsonSchema.of(reference, Map.of()).validate(json("1")))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static JsonNode json(String text) throws UnreadableDocument {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
