package org.jianxi.gateway.records.facts;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.PersonTokens;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts of one sender's records that stand, by the records' ids. The first of a dataset are asked for one by one; whoever asks for more
 * gets all of the sender's at once, as a large batch names most of them. For the length of one batch and one thread.
 */
public final class StandingFacts {

    private static final int ONE_BY_ONE = 100;
    /** Of a dataset; some tens of megabytes. */
    private static final int MOST_AT_ONCE = 300_000;

    private static final int REMEMBERED = 20_000;

    private static final String TOLD = """
            select not exists (select from standing_submission s where s.dataset = :dataset and s.sender = :sender
                and not exists (select from fact_batch b where b.submission = s.id))""";

    private final JdbcClient jdbc;
    private final PersonTokens tokens;
    private final Sender sender;
    private final Map<String, List<String>> fields;
    private final Map<String, OfDataset> datasets = new HashMap<>();
    private final Remembered<List<String>, UUID> named = new Remembered<>(REMEMBERED);

    /** @param fields that may be asked for, by dataset */
    public StandingFacts(JdbcClient jdbc, PersonTokens tokens, Sender sender, Map<String, List<String>> fields) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.sender = sender;
        this.fields = fields;
    }

    /** Whether everything that stands of a dataset has facts; what came before facts were kept has none. */
    public boolean tell(String dataset) {
        return dataset(dataset).told;
    }

    /** Empty where none of this id stands. */
    public Optional<RecordFacts> find(String dataset, String id) {
        return dataset(dataset).find(id);
    }

    private OfDataset dataset(String dataset) {
        return datasets.computeIfAbsent(dataset, OfDataset::new);
    }

    /** What records of one batch lead to is the same again and again. */
    private UUID named(String dataset, String id) {
        return named.of(List.of(dataset, id), asked -> record(dataset, id));
    }

    private UUID record(String dataset, String id) {
        var token = ByteBuffer.wrap(tokens.ofRecord(List.of(dataset, sender.code(), id)));
        return new UUID(token.getLong(), token.getLong());
    }

    private final class OfDataset {

        private final FactTable table;
        private final List<FactColumn> columns;
        private final boolean told;
        private final Integer[] batches;
        private final Map<UUID, RecordFacts> known = new HashMap<>();
        private final Remembered<String, Optional<RecordFacts>> answered = new Remembered<>(REMEMBERED);
        private final Map<String, String> words = new HashMap<>();
        private int asked;
        private boolean whole;

        OfDataset(String dataset) {
            table = FactTable.find(dataset).orElseThrow();
            columns = fields.getOrDefault(dataset, List.of()).stream()
                    .map(field -> table.column(field).orElseThrow())
                    .toList();
            told = of(TOLD).query(Boolean.class).single();
            batches = of("select batch from standing_batch where dataset = :dataset and sender = :sender")
                    .query(Integer.class)
                    .list()
                    .toArray(Integer[]::new);
        }

        private JdbcClient.StatementSpec of(String sql) {
            return jdbc.sql(sql).param("dataset", table.dataset()).param("sender", sender.code());
        }

        /** Several clauses ask for what one record names, and many records name the same. */
        Optional<RecordFacts> find(String id) {
            return answered.of(id, asked -> look(record(table.dataset(), asked)));
        }

        private Optional<RecordFacts> look(UUID record) {
            if (!whole && ++asked == ONE_BY_ONE && (atMost() <= MOST_AT_ONCE || count() <= MOST_AT_ONCE)) {
                readAll();
            }
            return whole ? Optional.ofNullable(known.get(record)) : read(record);
        }

        /** What the deliveries were numbered up to, which costs nothing to ask. */
        private long atMost() {
            return jdbc.sql("""
                            select coalesce(sum((select max(number) from %s f where f.batch = one.batch)), 0)
                            from unnest(:batches) one (batch)""".formatted(table.table()))
                    .param("batches", batches)
                    .query(Long.class)
                    .single();
        }

        private long count() {
            return jdbc.sql("select count(*) from " + standing())
                    .param("batches", batches)
                    .query(Long.class)
                    .single();
        }

        private void readAll() {
            RowCallbackHandler each = row -> known.put(row.getObject(1, UUID.class), facts(row));
            jdbc.sql(select()).param("batches", batches).query(each);
            whole = true;
        }

        private Optional<RecordFacts> read(UUID record) {
            return jdbc.sql(select() + " and record = :record")
                    .param("batches", batches)
                    .param("record", record)
                    .query((row, at) -> facts(row))
                    .optional();
        }

        private String select() {
            return Stream.concat(Stream.of("record"), columns.stream().map(FactColumn::column))
                    .collect(Collectors.joining(", ", "select ", " from " + standing()));
        }

        private String standing() {
            return table.table() + " where batch = any (:batches) and stands_from is not null and stands_until is null";
        }

        private RecordFacts facts(ResultSet row) throws SQLException {
            var values = new String[columns.size()];
            for (var at = 0; at < values.length; at++) {
                var value = row.getString(at + 2);
                values[at] = value == null ? "" : words.computeIfAbsent(value, word -> word);
            }
            return new RecordFacts(columns, values, StandingFacts.this::named);
        }
    }
}
