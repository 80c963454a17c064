package org.jianxi.gateway.records;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.PersonTokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sender's trainees as they stood when it was made, for the length of one batch and one thread. The look is written down once for
 * each delivery of trainees that a record is opened of.
 */
public final class TraineeLookup {

    private static final String STANDING = "select id from standing_submission where sender = :sender"
            + " and dataset = 'trainees' order by decided_at desc, id desc";

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final Sender sender;
    private final Asked asked;
    private final RecordTokens tokens;
    private final List<String> standing;
    private final Set<String> looked = new HashSet<>();

    /** Who asks, and when. */
    public record Asked(LookReason reason, Instant at) {}

    public TraineeLookup(JdbcClient jdbc, PersonKeys keys, Sender sender, Asked asked) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.sender = sender;
        this.asked = asked;
        PersonTokens ofThisThread = keys.tokens();
        this.tokens = new RecordTokens(ofThisThread, name -> name);
        this.standing = jdbc.sql(STANDING)
                .param("sender", sender.code())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What the newest record says of the trainee whom placements call so; empty where none was delivered or it was erased. */
    public Optional<JsonNode> find(String traineeId) {
        return standing.isEmpty() ? Optional.empty() : newest(traineeId).flatMap(this::open);
    }

    private Optional<SealedRecord> newest(String traineeId) {
        return jdbc.sql("select " + SealedRecord.COLUMNS + """
                         from person_record r
                        where r.dataset = 'trainees' and r.sender = :sender and r.record_token = :token and r.submission = any(:standing)
                        order by array_position(:standing, r.submission), r.number desc limit 1""")
                .param("sender", sender.code())
                .param("token", tokens.record(RecordTokens.TRAINEES, sender, List.of(traineeId)))
                .param("standing", standing.toArray(String[]::new))
                .query(SealedRecord::read)
                .optional();
    }

    private Optional<JsonNode> open(SealedRecord found) {
        return found.content().map(content -> {
            if (looked.add(found.submission())) {
                new Looks(jdbc, keys).record(found.submission(), Optional.empty(), asked.reason(), asked.at());
            }
            return JsonMapper.shared().readTree(Looks.open(keys, found, content).value());
        });
    }
}
