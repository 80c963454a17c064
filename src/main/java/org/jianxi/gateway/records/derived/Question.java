package org.jianxi.gateway.records.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.derivation.Condition;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.When;
import org.jianxi.gateway.records.facts.FactColumn;
import org.jianxi.gateway.records.facts.FactTable;

/**
 * One dataset's standing records with what they lead to, and conditions on them, as SQL with named parameters. Columns come from the
 * tables of facts, and what a definition says enters as a parameter: nothing a file says becomes SQL.
 */
final class Question {

    private static final String ROOT = "r";

    private final Definitions definitions;
    private final FactTable table;
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, String> joins = new TreeMap<>();

    /** @param position the last of the ledger's entries that is looked at */
    Question(Definitions definitions, String dataset, Period month, long position) {
        this.definitions = definitions;
        this.table = table(dataset);
        parameters.put("first", month.firstDay());
        parameters.put("last", month.lastDay());
        parameters.put("year", month.firstDay().withDayOfYear(1));
        parameters.put("position", position);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String bind(Object value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
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

    private static String dated(String column, When when) {
        return switch (when) {
            case IN_MONTH -> "coalesce(%s between :first and :last, false)".formatted(column);
            case IN_YEAR -> "coalesce(%s between :year and :last, false)".formatted(column);
            case BEGUN -> "coalesce(%s <= :last, false)".formatted(column);
            case NOT_YET -> "coalesce(%s > :last, true)".formatted(column);
            case LASTING -> "coalesce(%s >= :last, true)".formatted(column);
        };
    }

    private String join(String alias, FactColumn reference) {
        var other = alias + "_" + reference.column();
        joins.put(
                other,
                "left join %s %s on %s.record = %s.%s"
                        .formatted(standing(table(reference.of())), other, other, alias, reference.column()));
        return other;
    }

    /** The tables behind everything that was asked so far. */
    String from() {
        // an alias begins with the one it is joined to, so their order is that of their names
        return "from %s %s\n%s".formatted(standing(table), ROOT, String.join("\n", joins.values()));
    }

    /** What makes a record of the dataset count at all. */
    String counts() {
        return Optional.ofNullable(definitions.never().get(table.dataset()))
                .map(never -> "not " + holds(never))
                .orElse("true");
    }

    /** Needs {@link #LIMITS} before it. */
    private static String standing(FactTable table) {
        return """
                (select f.* from %s f join upto on upto.dataset = '%s' and upto.sender = f.sender
                 where f.stands_from <= upto.batch and (f.stands_until is null or f.stands_until > upto.batch))""".formatted(table.table(), table.dataset());
    }

    static final String LIMITS = "with upto as materialized (select * from fact_limit(:position))\n";

    private static String column(String alias, FactTable at, String field) {
        return alias + "." + at.column(field).orElseThrow().column();
    }

    private static FactTable table(String dataset) {
        return FactTable.find(dataset).orElseThrow();
    }
}
