package org.jianxi.gateway.registries.marks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jianxi.gateway.registries.marks.Mark.Confirmation;
import org.jianxi.gateway.registries.marks.MarkAnswer.PersonKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the view {@code mark_current} as marks. */
final class MarkRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MarkRows() {}

    static Mark mark(ResultSet row, int number) throws SQLException {
        var by = row.getString("confirmed_by");
        return new Mark(
                row.getString("id"),
                row.getString("registry"),
                row.getString("purpose"),
                Optional.ofNullable(row.getBytes("person_token")).map(PersonKey::new),
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                MarkState.of(row.getString("state")),
                standing(row),
                by == null
                        ? Optional.empty()
                        : Optional.of(new Confirmation(by, row.getObject("confirmed_on", LocalDate.class))));
    }

    private static Optional<Standing> standing(ResultSet row) throws SQLException {
        var said = row.getString("said");
        if (said == null) {
            return Optional.empty();
        }
        var word = new RegistryWord(
                row.getString("registry"),
                row.getObject("snapshot_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("purpose"),
                row.getString("legal_basis"),
                hardship(said));
        return Optional.of(
                new Standing(MarkState.of(row.getString("state")), word, hardship(row.getString("hardship"))));
    }

    static String json(Hardship hardship) {
        var tree = new LinkedHashMap<String, String>();
        tree.put("category", hardship.category());
        hardship.relation().ifPresent(one -> tree.put("relationInHousehold", one));
        hardship.disabilityKind().ifPresent(one -> tree.put("disabilityCategory", one));
        hardship.disabilityLevel().ifPresent(one -> tree.put("disabilityLevel", one));
        return JSON.writeValueAsString(tree);
    }

    private static Hardship hardship(@Nullable String json) {
        var tree = JSON.readTree(String.valueOf(json));
        return new Hardship(
                tree.path("category").asString(""),
                text(tree, "relationInHousehold"),
                text(tree, "disabilityCategory"),
                text(tree, "disabilityLevel"));
    }

    private static Optional<String> text(JsonNode tree, String member) {
        return Optional.of(tree.path(member).asString("")).filter(one -> !one.isEmpty());
    }
}
