package org.jianxi.gateway.records;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.records.facts.FactTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One sender's records that a large batch asks for one after another. The first are not looked for; whoever asks for more gets all that a
 * fact tells to be likely at once, still sealed. For one thread.
 */
final class LikelyRecords {

    private static final int ONE_BY_ONE = 100;

    /** At most some twenty megabytes; whoever is not among them must be asked for alone. */
    private static final int MOST_AT_ONCE = 10_000;

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final Sender sender;
    private final RecordLookup.Likely likely;
    private final Map<String, SealedRecord> byToken = new HashMap<>();
    private int asked;

    LikelyRecords(JdbcClient jdbc, Sender sender, RecordLookup.Likely likely) {
        this.jdbc = jdbc;
        this.sender = sender;
        this.likely = likely;
    }

    /** The version that stands, if it is at hand; an empty answer says nothing. */
    Optional<SealedRecord> find(String dataset, byte[] token) {
        if (!dataset.equals(likely.dataset())) {
            return Optional.empty();
        }
        if (++asked == ONE_BY_ONE) {
            readAtOnce();
        }
        return Optional.ofNullable(byToken.get(HEX.formatHex(token)));
    }

    /** In two steps for each delivery, because the planner cannot tell how many records one has that was written just now. */
    private void readAtOnce() {
        var deliveries = jdbc.sql(
                        "select batch, submission from standing_batch where dataset = :dataset and sender = :sender")
                .param("dataset", likely.dataset())
                .param("sender", sender.code())
                .query((row, at) -> Map.entry(row.getInt(1), row.getString(2)))
                .list();
        for (var delivery : deliveries) {
            read(delivery.getValue(), numbers(delivery.getKey()));
        }
    }

    private List<Long> numbers(int batch) {
        var table = FactTable.find(likely.dataset()).orElseThrow();
        return jdbc.sql("""
                        select number from %s where batch = :batch and %s = :value
                            and stands_from is not null and stands_until is null limit :most""".formatted(
                                table.table(),
                                table.column(likely.field()).orElseThrow().column()))
                .param("batch", batch)
                .param("value", likely.value())
                .param("most", MOST_AT_ONCE - byToken.size())
                .query((row, at) -> row.getLong(1))
                .list();
    }

    private void read(String submission, List<Long> numbers) {
        jdbc.sql("select " + SealedRecord.COLUMNS
                        + " from person_record r where r.submission = :submission and r.number = any (:numbers)")
                .param("submission", submission)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(SealedRecord::read)
                .list()
                .forEach(record -> byToken.put(record.place().recordToken(), record));
    }
}
