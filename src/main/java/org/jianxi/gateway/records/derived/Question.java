package org.jianxi.gateway.records.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.derivation.Condition;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.When;
import org.jianxi.gateway.records.facts.Extent;
import org.jianxi.gateway.records.facts.FactColumn;
import org.jianxi.gateway.records.facts.FactTable;

/**
 * One dataset's standing records with what they lead to, and conditions on them, as SQL with named parameters. Columns come from the
 * tables of facts, and what a definition says enters as a parameter: nothing a file says becomes SQL.
 */
final class Question {

    private static final String ROOT = "r";

    private final String name;
    private final Definitions definitions;
    private final Extent extent;
    private final FactTable table;
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, String> joins = new TreeMap<>();

    /** @param name tells this question's parameters from another's in the same statement; lower case */
    Question(String name, Counting counting, Extent extent, String dataset) {
        this.name = name;
        this.extent = extent;
        this.definitions = counting.definitions();
        this.table = table(dataset);
        var month = counting.month();
        parameters.putAll(extent.parameters(name));
        parameters.put(name + "first", month.firstDay());
        parameters.put(name + "end", month.lastDay());
        parameters.put(name + "year", month.firstDay().withDayOfYear(1));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String bind(Object value) {
        var parameter = name + parameters.size();
        parameters.put(parameter, value);
        return ":" + parameter;
    }

    /** A column of the dataset's own record. */
    String column(String field) {
        return column(ROOT, table, field);
    }

    /** The office whose the record is, at the end of what it leads to. */
    String owner() {
        return owner(ROOT, table);
    }

    private String owner(String alias, FactTable at) {
        var field =
                Optional.ofNullable(definitions.belongsTo().get(at.dataset())).orElseThrow();
        var column = at.column(field).orElseThrow();
        return column.kind() == FactColumn.Kind.REFERENCE
                ? owner(join(alias, column), table(column.of()))
                : column(alias, at, field);
    }

    /** True or false, never null. */
    String holds(Condition condition) {
        return holds(ROOT, table, condition);
    }

    private String holds(String alias, FactTable at, Condition condition) {
        return switch (condition) {
            case Condition.Dated dated -> dated(column(alias, at, dated.field()), dated.when());
            case Condition.Coded coded ->
                "coalesce(%s = any (%s), false)"
                        .formatted(
                                column(alias, at, coded.field()),
                                bind(coded.codes().toArray(String[]::new)));
            case Condition.LeadsTo to -> {
                var other = join(alias, at.column(to.field()).orElseThrow());
                yield "(%s.record is not null and %s)"
                        .formatted(other, holds(other, table(to.dataset()), to.condition()));
            }
            case Condition.All all -> joined(alias, at, all.conditions(), " and ", "true");
            case Condition.Any any -> joined(alias, at, any.conditions(), " or ", "false");
            case Condition.Not not -> "(not " + holds(alias, at, not.condition()) + ")";
        };
    }

    private String joined(String alias, FactTable at, List<Condition> conditions, String between, String ofNone) {
        var each = new ArrayList<String>();
        conditions.forEach(one -> each.add(holds(alias, at, one)));
        return each.isEmpty() ? ofNone : "(" + String.join(between, each) + ")";
    }

    private String dated(String column, When when) {
        var asked = switch (when) {
            case IN_MONTH -> "coalesce(%s between :first and :end, false)";
            case IN_YEAR -> "coalesce(%s between :year and :end, false)";
            case BEGUN -> "coalesce(%s <= :end, false)";
            case NOT_YET -> "coalesce(%s > :end, true)";
            case LASTING -> "coalesce(%s >= :end, true)";
        };
        return asked.replace(":", ":" + name).formatted(column);
    }

    private String join(String alias, FactColumn reference) {
        var other = alias + "_" + reference.column();
        joins.put(
                other,
                "left join %s %s on %s.record = %s.%s"
                        .formatted(
                                extent.standing(table(reference.of()), name), other, other, alias, reference.column()));
        return other;
    }

    /** The tables behind everything that was asked so far. */
    String from() {
        // an alias begins with the one it is joined to, so their order is that of their names
        return "from %s %s\n%s".formatted(extent.standing(table, name), ROOT, String.join("\n", joins.values()));
    }

    /** What makes a record of the dataset count at all. */
    String counts() {
        return Optional.ofNullable(definitions.never().get(table.dataset()))
                .map(never -> "not " + holds(never))
                .orElse("true");
    }

    private static String column(String alias, FactTable at, String field) {
        return alias + "." + at.column(field).orElseThrow().column();
    }

    private static FactTable table(String dataset) {
        return FactTable.find(dataset).orElseThrow();
    }
}
