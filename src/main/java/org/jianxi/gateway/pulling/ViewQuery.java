package org.jianxi.gateway.pulling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.intake.JdbcPoll;

/**
 * The one statement that is ever sent to a source's database.
 *
 * @param quote what the database puts around identifiers
 */
record ViewQuery(JdbcPoll.View view, String quote) {

    String text() {
        var conditions = new ArrayList<String>();
        view.period().ifPresent(column -> conditions.add(quoted(column) + " = ?"));
        view.sender().ifPresent(column -> conditions.add(quoted(column) + " = ?"));
        return "SELECT " + list(view.columns()) + " FROM " + name()
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY " + list(view.orderBy());
    }

    private String name() {
        return List.of(view.name().split("\\.", 2)).stream().map(this::quoted).collect(Collectors.joining("."));
    }

    private String list(List<String> columns) {
        return columns.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** The schema of source files allows letters, digits, {@code _} and {@code $} only; here it is held once more. */
    private String quoted(String identifier) {
        if (quote.isEmpty() || !identifier.matches("[\\p{L}\\p{N}_$]{1,64}")) {
            throw new IllegalArgumentException("Not an identifier that can be quoted: " + identifier);
        }
        return quote + identifier + quote;
    }
}
