package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a command says on its standard output: with {@code --json} one JSON document and nothing else. */
final class Report {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Report() {}

    static void json(PrintWriter out, JsonNode document) {
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(document));
        out.flush();
    }
}
