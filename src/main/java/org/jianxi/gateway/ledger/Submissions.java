package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deliveries that were decided, with their bodies. Rows are only ever added. */
public final class Submissions {

    private static final String COLUMNS = """
            id, source, sender, dataset, period, door, media_type, file_name, received_at, decided_at, digest, size,
            sender_signature, signer, idempotency_key, verdict, revision, form, definition, mapping, rules,
            calendar, calendar_files, deadline, late, findings, explanations, canonical, places, said_senders, said_period
            """;

    private static final String INSERT = "insert into submission (" + COLUMNS + """
            ) values (:id, :source, :sender, :dataset, :period, :door, :mediaType, :fileName, :receivedAt, :decidedAt,
            :digest, :size, :senderSignature, :signer, :idempotencyKey, :verdict, :revision, :form, :definition, :mapping,
            :rules, :calendar, :calendarFiles, :deadline, :late, :findings, :explanations, :canonical, :places,
            :saidSenders, :saidPeriod)
            """;

    private final JdbcClient jdbc;
    private final Bodies bodies;

    public Submissions(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** Serialises everything that concerns one return until the surrounding transaction ends. */
    public void lock(ReturnKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 1))")
                .param("key", key.sender() + "/" + key.dataset() + "/" + key.period())
                .query((row, number) -> number)
                .single();
    }

    public void add(StoredSubmission submission) {
        var arrival = submission.arrival();
        var decision = submission.decision();
        jdbc.sql(INSERT)
                .param("id", submission.id())
                .param("source", arrival.source().value())
                .param("sender", submission.sender().map(Sender::code).orElse(null))
                .param("dataset", submission.dataset())
                .param("period", submission.period().map(Period::toString).orElse(null))
                .param("door", arrival.door().name())
                .param("mediaType", arrival.mediaType().name())
                .param("fileName", arrival.fileName().orElse(null))
                .param("receivedAt", arrival.receivedAt().atOffset(ZoneOffset.UTC))
                .param("decidedAt", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .param("digest", arrival.digest().bytes())
                .param("size", arrival.size())
                .param("senderSignature", arrival.senderSignature().orElse(null))
                .param("signer", arrival.signer().map(Digest::bytes).orElse(null))
                .param("idempotencyKey", arrival.idempotencyKey().orElse(null))
                .param("verdict", decision.verdict().wireName())
                .param("revision", decision.revision().orElse(null))
                .param("form", decision.form().orElse(null))
                .param("definition", decision.versions().definition())
                .param("mapping", decision.versions().mapping())
                .param("rules", decision.versions().rules())
                .param("calendar", decision.versions().calendar())
                .param("calendarFiles", decision.versions().calendarFiles())
                .param("deadline", decision.deadline())
                .param("late", decision.late())
                .param("findings", decision.findings())
                .param("explanations", decision.explanations())
                .param("canonical", decision.canonical().orElse(null))
                .param("places", decision.places())
                .param("saidSenders", arrival.said().map(Said::senders).orElse(null))
                .param("saidPeriod", arrival.said().map(Said::period).orElse(null))
                .update();
    }

    public Optional<StoredSubmission> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from submission where id = :id")
                .param("id", id)
                .query(Submissions::read)
                .optional();
    }

    /** The accepted revision in force, the one with the highest number. */
    public Optional<StoredSubmission> current(ReturnKey key) {
        return jdbc.sql("select " + COLUMNS + """
                         from submission where verdict = 'accepted' and sender = :sender and dataset = :dataset
                         and period = :period order by revision desc limit 1
                        """)
                .param("sender", key.sender().code())
                .param("dataset", key.dataset())
                .param("period", key.period().toString())
                .query(Submissions::read)
                .optional();
    }

    /** The accepted submission that used this idempotency key at this source. */
    public Optional<StoredSubmission> findByKey(SourceId source, String idempotencyKey) {
        return jdbc.sql("select " + COLUMNS
                        + " from submission where verdict = 'accepted' and source = :source and idempotency_key = :key")
                .param("source", source.value())
                .param("key", idempotencyKey)
                .query(Submissions::read)
                .optional();
    }

    /** Every delivery of one return, oldest first. */
    public List<StoredSubmission> history(ReturnKey key) {
        return jdbc.sql("select " + COLUMNS + """
                         from submission where dataset = :dataset and period = :period and sender = :sender
                         order by decided_at, id
                        """)
                .param("dataset", key.dataset())
                .param("period", key.period().toString())
                .param("sender", key.sender().code())
                .query(Submissions::read)
                .list();
    }

    /** Every delivery that spoke of one period, oldest first. */
    public List<StoredSubmission> ofPeriod(String dataset, Period period) {
        return jdbc.sql("select " + COLUMNS
                        + " from submission where dataset = :dataset and period = :period order by decided_at, id")
                .param("dataset", dataset)
                .param("period", period.toString())
                .query(Submissions::read)
                .list();
    }

    /** The accepted revisions in force of some months, both included. */
    public List<StoredSubmission> standingBetween(String dataset, Period from, Period to) {
        return jdbc.sql("select distinct on (sender, period) " + COLUMNS + """
                         from submission where verdict = 'accepted' and dataset = :dataset
                         and period between :from and :to order by sender, period, revision desc
                        """)
                .param("dataset", dataset)
                .param("from", from.toString())
                .param("to", to.toString())
                .query(Submissions::read)
                .list();
    }

    /** The accepted revision in force of every sender that filed, as the ledger stood at {@code treeSize} entries. */
    public List<Standing> standing(String dataset, Period period, long treeSize) {
        return jdbc.sql("select distinct on (sender) entry.position, " + COLUMNS + """
                         from submission join ledger_entry entry on entry.kind = 'submission' and entry.subject = id
                         where verdict = 'accepted' and dataset = :dataset and period = :period
                         and entry.position < :treeSize order by sender, revision desc
                        """)
                .param("dataset", dataset)
                .param("period", period.toString())
                .param("treeSize", treeSize)
                .query((row, number) -> new Standing(row.getLong("position"), read(row, number)))
                .list();
    }

    /** The next decided deliveries of the log in its order, those of entries at {@code from} or later. */
    public List<Standing> inOrder(long from, int most) {
        return jdbc.sql("select e.position, " + COLUMNS + """
                         from ledger_entry e join submission on id = e.subject
                         where e.position >= :from and e.kind in ('submission', 'rejection', 'undecided')
                         order by e.position limit :most
                        """)
                .param("from", from)
                .param("most", most)
                .query((row, number) -> new Standing(row.getLong("position"), read(row, number)))
                .list();
    }

    /** A submission in force with the position of its entry. */
    public record Standing(long position, StoredSubmission submission) {}

    /** The body a submission was made from, byte for byte. */
    public Optional<byte[]> content(Digest digest) {
        return bodies.find(digest);
    }

    private static StoredSubmission read(ResultSet row, int number) throws SQLException {
        return new StoredSubmission(
                row.getString("id"),
                Optional.ofNullable(row.getString("sender")).map(Sender::new),
                row.getString("dataset"),
                Optional.ofNullable(row.getString("period")).map(Period::of),
                ArrivalRow.read(row, Optional.ofNullable(row.getBytes("signer")).map(Digest::of)),
                decision(row));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Verdict.named(row.getString("verdict")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revision", Integer.class)),
                Optional.ofNullable(row.getString("form")),
                new Versions(
                        row.getString("definition"),
                        row.getString("mapping"),
                        row.getString("rules"),
                        row.getString("calendar"),
                        row.getString("calendar_files")),
                row.getString("deadline"),
                row.getBoolean("late"),
                row.getString("findings"),
                row.getString("explanations"),
                Optional.ofNullable(row.getBytes("canonical")),
                row.getString("places"));
    }
}
