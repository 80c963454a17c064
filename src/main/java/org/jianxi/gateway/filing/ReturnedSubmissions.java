package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accepted returns that the office sent back (退回). One is open until the unit's next revision is accepted or the office takes it
 * back; what the return says stays in the ledger and counts all the while.
 */
public final class ReturnedSubmissions {

    private static final String WITH_STATE = """
            select r.*, u.at as undone_at, u.by as undone_by, exists (select 1 from submission later
                where later.verdict = 'accepted' and later.dataset = 'monthly-return' and later.sender = r.sender
                  and later.period = r.period and later.revision > r.revision) as answered
            from submission_return r left join submission_return_undone u on u.return_id = r.id
            """;

    private final JdbcClient jdbc;

    public ReturnedSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is sent back, and why. */
    public record SendingBack(
            String submission,
            Sender sender,
            Period period,
            int revision,
            String reason,
            String words,
            String by,
            Instant at) {

        public SendingBack {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * @param position of its entry in the ledger
     * @param undoneAt when the office took it back
     */
    public record SentBack(long id, SendingBack act, long position, boolean answered, Optional<Instant> undoneAt) {

        public boolean isOpen() {
            return !answered && undoneAt.isEmpty();
        }

        /** {@code undone}, {@code answered} by the unit's next revision, or {@code open}. The words stand on the wire. */
        public String state() {
            if (undoneAt.isPresent()) {
                return "undone";
            }
            return answered ? "answered" : "open";
        }
    }

    /** @param position of its entry in the ledger */
    public void add(SendingBack act, long position) {
        jdbc.sql("""
                        insert into submission_return (submission, sender, period, revision, reason, words, by, at, position)
                        values (:submission, :sender, :period, :revision, :reason, :words, :by, :at, :position)""")
                .param("submission", act.submission())
                .param("sender", act.sender().code())
                .param("period", act.period().toString())
                .param("revision", act.revision())
                .param("reason", act.reason())
                .param("words", act.words())
                .param("by", act.by())
                .param("at", act.at().atOffset(ZoneOffset.UTC))
                .param("position", position)
                .update();
    }

    /** 撤销退回. What was taken back, by whom and when. */
    public record TakingBack(SentBack returned, String by, Instant at) {

        public TakingBack {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * A second time is refused by the database.
     *
     * @param entry the position of its entry in the ledger
     */
    public void undo(TakingBack act, long entry) {
        jdbc.sql("insert into submission_return_undone (return_id, by, at, entry) values (:id, :by, :at, :entry)")
                .param("id", act.returned().id())
                .param("by", act.by())
                .param("at", act.at().atOffset(ZoneOffset.UTC))
                .param("entry", entry)
                .update();
    }

    /** The taking back that an entry of the ledger speaks of. */
    public Optional<TakingBack> undoneAt(long entry) {
        return jdbc.sql(WITH_STATE + " where u.entry = :entry")
                .param("entry", entry)
                .query((row, number) -> new TakingBack(
                        read(row, number),
                        row.getString("undone_by"),
                        row.getObject("undone_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Of one month, oldest first. */
    public List<SentBack> of(Period period) {
        return jdbc.sql(WITH_STATE + " where r.period = :period order by r.id")
                .param("period", period.toString())
                .query(ReturnedSubmissions::read)
                .list();
    }

    /** Of one return, oldest first. */
    public List<SentBack> of(String submission) {
        return jdbc.sql(WITH_STATE + " where r.submission = :submission order by r.id")
                .param("submission", submission)
                .query(ReturnedSubmissions::read)
                .list();
    }

    /** The act that an entry of the ledger speaks of. */
    public Optional<SendingBack> at(long position) {
        return jdbc.sql(WITH_STATE + " where r.position = :position")
                .param("position", position)
                .query(ReturnedSubmissions::read)
                .optional()
                .map(SentBack::act);
    }

    private static SentBack read(ResultSet row, int number) throws SQLException {
        var act = new SendingBack(
                row.getString("submission"),
                new Sender(row.getString("sender")),
                Period.of(row.getString("period")),
                row.getInt("revision"),
                row.getString("reason"),
                row.getString("words"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return new SentBack(
                row.getLong("id"),
                act,
                row.getLong("position"),
                row.getBoolean("answered"),
                Optional.ofNullable(row.getObject("undone_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
