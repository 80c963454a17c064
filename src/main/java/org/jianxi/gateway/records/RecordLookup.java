package org.jianxi.gateway.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.records.facts.Remembered;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sender's records as they stood when it was made, for the length of one batch and one thread. The look is written down once for
 * each delivery that a record is opened of.
 */
public final class RecordLookup {

    private static final String STANDING =
            "select id from standing_submission where sender = :sender" + " and dataset = :dataset order by place desc";

    /** What a record is found by may be found again: posts and units repeat from row to row. */
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final Sender sender;
    private final Asked asked;
    private final RecordTokens tokens;
    private final Map<String, List<String>> standing = new HashMap<>();
    private final Remembered<List<String>, Optional<JsonNode>> found = new Remembered<>(MOST_REMEMBERED);
    private final Set<String> looked = new HashSet<>();
    private final LikelyRecords likely;

    /** Who asks, and when. */
    public record Asked(LookReason reason, Instant at) {}

    /**
     * Which records are likely to be asked for, so that they are read at once when many are.
     *
     * @param field with a column of its own among the dataset's facts
     * @param value that the field has, as it is written
     */
    public record Likely(String dataset, String field, String value) {}

    private record Newest(SealedRecord content, boolean isGone) {}

    public RecordLookup(JdbcClient jdbc, PersonKeys keys, Sender sender, Asked asked, Likely likely) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.sender = sender;
        this.asked = asked;
        this.tokens = new RecordTokens(keys.tokens(), name -> name);
        this.likely = new LikelyRecords(jdbc, sender, likely);
    }

    /** Whether the sender has delivered this dataset at all. */
    public boolean knows(String dataset) {
        return !standing(dataset).isEmpty();
    }

    /** How many records of this dataset stand, of all its deliveries. */
    public long standingOf(String dataset) {
        return jdbc.sql("select count(*) from person_current where dataset = :dataset and sender = :sender")
                .param("dataset", dataset)
                .param("sender", sender.code())
                .query(Long.class)
                .single();
    }

    /** What the newest record of this key says; empty where none was delivered, it was erased or is gone. */
    public Optional<JsonNode> find(String dataset, List<String> key) {
        if (standing(dataset).isEmpty()) {
            return Optional.empty();
        }
        if (dataset.equals(RecordTokens.TRAINEES)) {
            return newest(dataset, key).flatMap(this::open);
        }
        var name = new ArrayList<>(key);
        name.addFirst(dataset);
        return found.of(name, asked -> newest(dataset, key).flatMap(this::open));
    }

    private List<String> standing(String dataset) {
        return standing.computeIfAbsent(
                dataset,
                one -> jdbc.sql(STANDING)
                        .param("sender", sender.code())
                        .param("dataset", one)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private Optional<Newest> newest(String dataset, List<String> key) {
        var token = tokens.record(dataset, sender, key);
        return likely.find(dataset, token)
                .map(record -> new Newest(record, false))
                .or(() -> newest(dataset, token));
    }

    private Optional<Newest> newest(String dataset, byte[] token) {
        return jdbc.sql("""
                        with r as materialized (
                            select * from person_record where dataset = :dataset and sender = :sender and record_token = :token)
                        select\s""" + SealedRecord.COLUMNS + """
                        , exists (select from record_removal g where g.submission = r.submission and g.number = r.number) as gone
                        from r where r.submission = any(:standing)
                        order by array_position(:standing, r.submission), r.number desc limit 1""")
                .param("dataset", dataset)
                .param("sender", sender.code())
                .param("token", token)
                .param("standing", standing(dataset).toArray(String[]::new))
                .query((row, at) -> new Newest(SealedRecord.read(row, at), row.getBoolean("gone")))
                .optional();
    }

    private Optional<JsonNode> open(Newest newest) {
        if (newest.isGone()) {
            return Optional.empty();
        }
        var record = newest.content();
        return record.content().map(content -> {
            if (looked.add(record.submission())) {
                new Looks(jdbc, keys).record(record.submission(), Optional.empty(), asked.reason(), asked.at());
            }
            return JsonMapper.shared()
                    .readTree(Looks.open(keys, record, content).value());
        });
    }
}
