package org.jianxi.gateway.registries.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jianxi.gateway.registries.extracts.NumberlessRow;
import org.jianxi.gateway.registries.marks.Hardship;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who a registry's row says that its person is. Lies sealed, and is shown to whoever says what for. */
public record RowDescription(String name, Optional<LocalDate> birthDate, Optional<String> division, Hardship hardship) {

    static RowDescription of(NumberlessRow row) {
        return new RowDescription(row.name(), row.birthDate(), row.division(), row.hardship());
    }

    String json() {
        var document = new LinkedHashMap<String, String>();
        document.put("name", name);
        birthDate.ifPresent(day -> document.put("birthDate", day.toString()));
        division.ifPresent(code -> document.put("division", code));
        document.put("category", hardship.category());
        hardship.relation().ifPresent(code -> document.put("relation", code));
        hardship.disabilityKind().ifPresent(code -> document.put("disabilityKind", code));
        hardship.disabilityLevel().ifPresent(code -> document.put("disabilityLevel", code));
        return JsonMapper.shared().writeValueAsString(document);
    }

    static RowDescription read(String json) {
        var tree = JsonMapper.shared().readTree(json);
        return new RowDescription(
                tree.path("name").asString(""),
                text(tree, "birthDate").map(LocalDate::parse),
                text(tree, "division"),
                new Hardship(
                        tree.path("category").asString(""),
                        text(tree, "relation"),
                        text(tree, "disabilityKind"),
                        text(tree, "disabilityLevel")));
    }

    private static Optional<String> text(JsonNode tree, String member) {
        return Optional.of(tree.path(member).asString("")).filter(one -> !one.isEmpty());
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "RowDescription";
    }
}
