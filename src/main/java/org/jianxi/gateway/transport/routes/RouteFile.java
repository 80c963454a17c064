package org.jianxi.gateway.transport.routes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/**
 * One file below {@code routes/} whose routes consist of allowed steps only.
 *
 * @param path below {@code routes/}
 * @param ids line of each route, or template, by its id
 */
public record RouteFile(Path path, byte[] content, Map<String, Integer> ids) {

    private static final String ROUTE = "route";
    private static final String TEMPLATE = "routeTemplate";

    /** Throws {@code FileProblem} with the line of what is wrong. */
    static RouteFile read(Path path, byte[] content, AllowedSteps allowed) {
        var kind = isTemplate(path) ? TEMPLATE : ROUTE;
        var file = YamlFile.parse("routes/" + path, new String(content, StandardCharsets.UTF_8));
        if (!file.tree().isArray() || file.tree().isEmpty()) {
            throw AllowedSteps.notAList(file, kind);
        }
        var ids = new LinkedHashMap<String, Integer>();
        for (var index = 0; index < file.tree().size(); index++) {
            var pointer = "/" + index + "/" + kind;
            var item = file.tree().get(index);
            if (item.size() != 1 || !item.has(kind)) {
                throw AllowedSteps.notAList(file, kind);
            }
            var id = item.path(kind).path("id").asString("");
            check(file, pointer, item.path(kind), allowed);
            if (ids.put(id, file.lineOf(pointer + "/id")) != null) {
                throw file.problem(pointer + "/id", "the id " + id + " stands twice");
            }
        }
        return new RouteFile(path, content.clone(), ids);
    }

    static boolean isWanted(Path path) {
        return isTemplate(path)
                ? path.toString().endsWith(".yaml")
                : path.toString().endsWith(".camel.yaml");
    }

    static boolean isTemplate(Path path) {
        return path.startsWith("templates");
    }

    boolean isTemplate() {
        return isTemplate(path);
    }

    Set<String> names() {
        return ids.keySet();
    }

    Resource resource() {
        return ResourceHelper.fromBytes("file:routes/" + path, content);
    }

    private static void check(YamlFile file, String pointer, JsonNode item, AllowedSteps allowed) {
        if (pointer.endsWith(TEMPLATE)) {
            item.properties().forEach(member -> {
                if (!Set.of("id", "parameters", "route").contains(member.getKey())) {
                    throw file.problem(pointer + "/" + member.getKey(), member.getKey() + " is not allowed here");
                }
            });
            allowed.check(file, pointer + "/route", item.path("route"));
        } else {
            allowed.check(file, pointer, item);
        }
    }
}
