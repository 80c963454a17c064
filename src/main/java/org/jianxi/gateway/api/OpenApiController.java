package org.jianxi.gateway.api;

import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.flow.GatewayFolders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published interface: kept by hand in {@code schemas/openapi.yaml}, the returns' schemas merged in as generated. */
@RestController
class OpenApiController {

    private static final String BY_HAND = "schemas/openapi.yaml";
    private static final String GENERATED = "schemas/openapi-components.yaml";

    private final GatewayFolders folders;

    OpenApiController(GatewayFolders folders) {
        this.folders = folders;
    }

    @GetMapping(path = "/openapi.json", produces = "application/json")
    JsonNode document() {
        var document = YamlFile.read(folders.home().resolve(BY_HAND)).tree();
        var generated = YamlFile.read(folders.home().resolve(GENERATED)).tree();
        if (document.at("/components/schemas") instanceof ObjectNode schemas
                && generated.at("/components/schemas") instanceof ObjectNode more) {
            schemas.setAll(more);
        }
        return document;
    }
}
