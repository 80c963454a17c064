package org.jianxi.gateway.records.derived;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definition;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.records.facts.Extent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures that follow from records, of all senders at once, as of a position of the ledger. */
public final class DerivedFigures {

    private static final RowMapper<CountedRecord> RECORD =
            (row, at) -> new CountedRecord(row.getString(1), row.getLong(2), row.getLong(3));

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final KeptParts kept = new KeptParts();

    public DerivedFigures(DataSource database) {
        this.jdbc = new NamedParameterJdbcTemplate(database);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(database));
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** One state of the tables for all of it, with memory enough for a million records beside a million others. */
    private <T> T reading(Supplier<T> work) {
        return reading.execute(status -> {
            jdbc.getJdbcOperations().execute("set local work_mem = '64MB'");
            return work.get();
        });
    }

    /**
     * Heads, or fen where money is added, by sender and indicator. One query for each dataset whose records are counted, over the deliveries
     * of senders of whom something new counts since they were counted last. A sender of whose
     * records none is there is absent, be it that none counts or that it delivered none: {@link DeliveredDatasets} says which.
     */
    public Map<Sender, Map<Integer, Long>> of(Counting counting) {
        return reading(() -> read(counting));
    }

    private Map<Sender, Map<Integer, Long>> read(Counting counting) {
        var states = SenderStates.upTo(jdbc, counting.position());
        var parts = new ArrayList<KeptParts.Part>();
        var unknown = new TreeMap<Sender, String>();
        states.forEach((sender, state) ->
                kept.find(counting, sender, state).ifPresentOrElse(parts::add, () -> unknown.put(sender, state)));
        if (!unknown.isEmpty()) {
            var read = parts(counting, unknown.size() == states.size() ? Set.of() : unknown.keySet());
            unknown.forEach((sender, state) -> {
                var part = new KeptParts.Part(read.getOrDefault(sender, Map.of()));
                kept.keep(counting, sender, state, part);
                parts.add(part);
            });
        }
        return KeptParts.sum(parts);
    }

    /**
     * By sender who delivered, office and indicator.
     *
     * @param senders whose deliveries are counted; none: everybody's
     */
    private Map<Sender, Map<Sender, Map<Integer, Long>>> parts(Counting counting, Set<Sender> senders) {
        var extent = Extent.upTo(jdbc, counting.position()).of(senders);
        var parts = new HashMap<Sender, Map<Sender, Map<Integer, Long>>>();
        counted(counting.definitions()).forEach((dataset, counted) -> {
            var contribution = new Contributions("a", counting, extent, dataset);
            jdbc.query(contribution.sums(counted), contribution.parameters(), row -> {
                var own = parts.computeIfAbsent(new Sender(row.getString(1)), sender -> new HashMap<>())
                        .computeIfAbsent(new Sender(row.getString(2)), office -> new HashMap<>());
                for (var at = 0; at < counted.size(); at++) {
                    own.put(
                            counted.get(at).indicator(),
                            row.getBigDecimal(at + 3).longValueExact());
                }
            });
        });
        return parts;
    }

    /**
     * Which records a figure was counted from, in the order of their deliveries.
     *
     * @param most how many at the most
     */
    public List<CountedRecord> records(Counting counting, Sender sender, int indicator, int most) {
        return reading(() -> read(counting, sender, indicator, most));
    }

    private List<CountedRecord> read(Counting counting, Sender sender, int indicator, int most) {
        var figure = figure(counting.definitions(), indicator);
        var extent = Extent.upTo(jdbc, counting.position());
        var contributions = new Contributions("a", counting, extent, figure.dataset());
        var sql = """
                with a as (%s)
                select b.submission, a.number, a.adds from a join fact_batch b on b.batch = a.batch
                order by a.batch, a.number limit %s""".formatted(contributions.each(figure, sender), contributions.bind(most));
        return jdbc.query(sql, contributions.parameters(), RECORD);
    }

    /**
     * The records that make a figure another when it is counted in another way, or as of another position.
     *
     * @param most how many at the most
     * @return what each adds beyond what it adds the first way
     */
    public List<CountedRecord> differing(Counting one, Counting other, Sender sender, int indicator, int most) {
        return reading(() -> readDiffering(one, other, sender, indicator, most));
    }

    private List<CountedRecord> readDiffering(Counting one, Counting other, Sender sender, int indicator, int most) {
        var figure = figure(one.definitions(), indicator);
        var first = new Contributions("a", one, Extent.upTo(jdbc, one.position()), figure.dataset());
        var second = new Contributions("b", other, Extent.upTo(jdbc, other.position()), figure.dataset());
        var sql = """
                with a as (%s), b as (%s)
                select d.submission, coalesce(b.number, a.number), coalesce(b.adds, 0) - coalesce(a.adds, 0)
                from a full join b on b.record = a.record
                join fact_batch d on d.batch = coalesce(b.batch, a.batch)
                where coalesce(b.adds, 0) <> coalesce(a.adds, 0)
                order by d.batch, 2 limit %s""".formatted(
                        first.each(figure, sender),
                        second.each(figure(other.definitions(), indicator), sender),
                        first.bind(most));
        var parameters = new TreeMap<>(first.parameters());
        parameters.putAll(second.parameters());
        return jdbc.query(sql, parameters, RECORD);
    }

    private static Definition.FromRecords figure(Definitions definitions, int indicator) {
        return fromRecords(definitions).stream()
                .filter(one -> one.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Definition.FromRecords>> counted(Definitions definitions) {
        return fromRecords(definitions).stream()
                .collect(Collectors.groupingBy(Definition.FromRecords::dataset, TreeMap::new, Collectors.toList()));
    }

    private static List<Definition.FromRecords> fromRecords(Definitions definitions) {
        return definitions.figures().stream()
                .filter(Definition.FromRecords.class::isInstance)
                .map(Definition.FromRecords.class::cast)
                .toList();
    }
}
