package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.documents.JsonSchema;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The interface as published, held against every answer that a test meets: a status, a content type or a member that the
 * document does not name fails the test that met it.
 */
final class Published {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String BASE = "/api/v1";
    private static final ObjectNode DOCUMENT = document();

    private Published() {}

    /** Looks at answers of the interface alone; the operations port is none of it. */
    static HttpResponse<byte[]> check(HttpResponse<byte[]> answer) {
        var path = answer.request().uri().getPath();
        if (path.startsWith(BASE) || path.equals("/openapi.json")) {
            var method = answer.request().method().toLowerCase(Locale.ROOT);
            operation(method, answer.request().uri())
                    .ifPresentOrElse(
                            operation -> check(operation, answer),
                            () -> assertThat(answer.statusCode())
                                    .as(method + " " + path + " is not in schemas/openapi.yaml, and yet it answers")
                                    .isIn(401, 403, 404, 405));
        }
        return answer;
    }

    private static void check(JsonNode operation, HttpResponse<byte[]> answer) {
        var met = operation.path("operationId").asString("") + " " + answer.statusCode() + " "
                + new String(answer.body(), StandardCharsets.UTF_8);
        var response = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(response.isObject())
                .as("a status that schemas/openapi.yaml does not name: " + met)
                .isTrue();
        if (answer.body().length == 0 && !response.has("content")) {
            return;
        }
        var bare = Wire.contentType(answer).split(";", 2)[0].strip();
        var content = response.path("content");
        assertThat(content.has(bare) || content.has("*/*"))
                .as("the content type " + bare + " is not in schemas/openapi.yaml: " + met)
                .isTrue();
        if (bare.endsWith("json") && content.has(bare)) {
            assertThat(schema(content.path(bare).path("schema")).validate(Wire.json(answer)))
                    .as(met)
                    .isEmpty();
        }
    }

    private static Optional<JsonNode> operation(String method, URI uri) {
        return DOCUMENT.path("paths").properties().stream()
                .filter(path -> Pattern.matches(
                        (path.getValue().has("servers") ? "" : BASE)
                                + path.getKey().replaceAll("[{][a-z]+}", "[^/]+"),
                        uri.getPath()))
                .map(path -> path.getValue().path(method))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString("").substring(1)) : node;
    }

    /** The schema with all components beside it, so that its references lead somewhere. */
    private static JsonSchema schema(JsonNode schema) {
        var whole = MAPPER.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", DOCUMENT.path("components"));
        return JsonSchema.of(whole, Map.of());
    }

    private static ObjectNode document() {
        var document =
                (ObjectNode) YamlFile.read(Path.of("schemas/openapi.yaml")).tree();
        var generated =
                YamlFile.read(Path.of("schemas/openapi-components.yaml")).tree();
        var schemas = (ObjectNode) document.at("/components/schemas");
        schemas.setAll((ObjectNode) generated.at("/components/schemas"));
        schemas.forEach(Published::close);
        return document;
    }

    /** Readers of the interface must bear new members; the interface itself must not have any that it does not name. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        if (schema.isContainer()) {
            List.copyOf(schema.values()).forEach(Published::close);
        }
    }
}
