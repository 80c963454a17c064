package org.jianxi.gateway.records.duties;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.records.facts.FactTable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Rows of numbers by office, read from the records that stand at a position of the ledger.
 *
 * @param parameters of every question
 */
record CountedRows(NamedParameterJdbcTemplate jdbc, Map<String, Object> parameters) {

    private static final Set<String> OWNER = Set.of("owner");

    CountedRows {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Numbers by their column's name.
     *
     * @param sql with a column {@code owner}; {@code {units}} and the like are the standing rows of that table of facts
     */
    Map<Sender, Map<String, Long>> of(String sql, Map<String, Object> further) {
        var all = new HashMap<>(parameters);
        all.putAll(further);
        var counted = new TreeMap<Sender, Map<String, Long>>();
        jdbc.query("with " + FactTable.limits("") + "\n" + standing(sql), all, row -> {
            var names = row.getMetaData();
            var numbers = counted.computeIfAbsent(new Sender(row.getString("owner")), sender -> new HashMap<>());
            for (var at = 1; at <= names.getColumnCount(); at++) {
                if (!OWNER.contains(names.getColumnLabel(at))) {
                    numbers.put(names.getColumnLabel(at), row.getLong(at));
                }
            }
        });
        return counted;
    }

    private static String standing(String sql) {
        var text = sql;
        for (var table : FactTable.all()) {
            text = text.replace("{" + table.dataset().replace('-', '_') + "}", table.standing(""));
        }
        return text;
    }
}
