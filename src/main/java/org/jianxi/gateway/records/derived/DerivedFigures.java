package org.jianxi.gateway.records.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definition;
import org.jianxi.gateway.derivation.Definitions;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The figures that follow from records, of all senders at once, as of a position of the ledger. */
public final class DerivedFigures {

    private final NamedParameterJdbcTemplate jdbc;

    public DerivedFigures(DataSource database) {
        this.jdbc = new NamedParameterJdbcTemplate(database);
    }

    /**
     * Heads, or fen where money is added, by sender and indicator. One query for each dataset whose records are counted. A sender without
     * records of that dataset is absent: that is a gap and no zero, and {@link DeliveredDatasets} says which.
     */
    public Map<Sender, Map<Integer, Long>> of(Definitions definitions, Period month, long position) {
        var figures = new TreeMap<Sender, Map<Integer, Long>>();
        counted(definitions).forEach((dataset, counted) -> {
            var question = new Question(definitions, dataset, month, position);
            var sums = counted.stream().map(one -> sum(question, one)).collect(Collectors.joining(",\n"));
            var owner = question.owner();
            var counts = question.counts();
            var sql = "%sselect %s,\n%s\n%s\nwhere %s is not null and %s\ngroup by 1"
                    .formatted(Question.LIMITS, owner, sums, question.from(), owner, counts);
            jdbc.query(sql, question.parameters(), row -> {
                var own = figures.computeIfAbsent(new Sender(row.getString(1)), sender -> new TreeMap<>());
                for (var at = 0; at < counted.size(); at++) {
                    own.put(
                            counted.get(at).indicator(),
                            row.getBigDecimal(at + 2).longValueExact());
                }
            });
        });
        return figures;
    }

    /**
     * Which records a figure was counted from, in the order of their deliveries.
     *
     * @param most how many at the most
     */
    public List<CountedRecord> records(Definitions definitions, Definition.FromRecords counted, Scope scope, int most) {
        var question = new Question(definitions, counted.dataset(), scope.month(), scope.position());
        var adds = adds(question, counted);
        var owner = question.owner();
        var counts = question.counts();
        var parts = new ArrayList<String>();
        parts.add(question.holds(counted.when()));
        counted.less().ifPresent(less -> parts.add(question.holds(less)));
        var sql = """
                %sselect b.submission, r.number, %s
                %s
                join fact_batch b on b.batch = r.batch
                where %s = %s and %s and (%s)
                order by r.batch, r.number limit %s""".formatted(
                        Question.LIMITS,
                        adds,
                        question.from(),
                        owner,
                        question.bind(scope.sender().code()),
                        counts,
                        String.join(" or ", parts),
                        question.bind(most));
        RowMapper<CountedRecord> mapper =
                (row, at) -> new CountedRecord(row.getString(1), row.getLong(2), row.getLong(3));
        return jdbc.query(sql, question.parameters(), mapper);
    }

    /** @param position the last of the ledger's entries that is looked at */
    public record Scope(Sender sender, Period month, long position) {}

    /**
     * @param submission the delivery that the record stands in
     * @param number of the record in it, from 1
     * @param adds heads or fen; below nothing what is taken off
     */
    public record CountedRecord(String submission, long number, long adds) {}

    private static Map<String, List<Definition.FromRecords>> counted(Definitions definitions) {
        return definitions.figures().stream()
                .filter(Definition.FromRecords.class::isInstance)
                .map(Definition.FromRecords.class::cast)
                .collect(Collectors.groupingBy(Definition.FromRecords::dataset, TreeMap::new, Collectors.toList()));
    }

    private static String sum(Question question, Definition.FromRecords counted) {
        return "coalesce(sum(%s), 0)".formatted(adds(question, counted));
    }

    private static String adds(Question question, Definition.FromRecords counted) {
        var amount = counted.added()
                .map(question::column)
                .map("coalesce(%s, 0)"::formatted)
                .orElse("1");
        var less = counted.less()
                .map(taken -> " when %s then -%s".formatted(question.holds(taken), amount))
                .orElse("");
        return "case when %s then %s%s else 0 end".formatted(question.holds(counted.when()), amount, less);
    }
}
