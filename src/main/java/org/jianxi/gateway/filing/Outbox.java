package org.jianxi.gateway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must go to the ministry, as rows: a message is there once its filing is committed, and is not done before its
 * acknowledgement is stored.
 *
 * <p>Claiming is one statement, so two nodes never hold one message; a node that dies loses it when its lease runs out.
 */
public final class Outbox {

    /** Longer than asking and sending can take together. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. The same id, or the same revision of a period, cannot be put in twice. */
    public void enqueue(MinistryMessage message, Instant deadline, Instant now) {
        jdbc.sql("""
                        insert into outbox (message_id, period, revision, content_type, body, signature,
                                            deadline, created_at, next_try_at)
                        values (:id, :period, :revision, :type, :body, :signature, :deadline, :now, :now)""")
                .param("id", message.messageId())
                .param("period", message.period().toString())
                .param("revision", message.revision())
                .param("type", message.contentType())
                .param("body", message.body())
                .param("signature", message.signature())
                .param("deadline", time(deadline))
                .param("now", time(now))
                .update();
    }

    /**
     * Takes the message that is due longest. From here on it counts as possibly sent. A correction waits until the filing it
     * corrects is settled.
     */
    Optional<Claim> claimDue(Instant now) {
        return jdbc.sql("""
                        with due as (
                            select message_id, state from outbox o
                            where state in ('waiting', 'unconfirmed') and next_try_at <= :now
                              and (lease_until is null or lease_until <= :now)
                              and not exists (select 1 from outbox earlier
                                              where earlier.period = o.period and earlier.revision < o.revision
                                                and earlier.state in ('waiting', 'unconfirmed'))
                            order by next_try_at, message_id limit 1 for update skip locked)
                        update outbox set state = 'unconfirmed', tries = tries + 1, lease_until = :lease
                        from due where outbox.message_id = due.message_id
                        returning outbox.*, due.state as before""")
                .param("now", time(now))
                .param("lease", time(now.plus(LEASE)))
                .query(Outbox::claim)
                .optional();
    }

    /** Sets the next try; nothing happens when the lease was lost meanwhile. */
    void postpone(Claim claim, Instant nextTry, String error) {
        jdbc.sql("""
                        update outbox set next_try_at = :next, lease_until = null, last_error = left(:error, 500)
                        where message_id = :id and tries = :tries and state = 'unconfirmed'""")
                .param("next", time(nextTry))
                .param("error", error)
                .param("id", claim.message().messageId())
                .param("tries", claim.tries())
                .update();
    }

    /** The ministry will not have it; nothing happens when the lease was lost meanwhile. */
    void giveUp(Claim claim, String reason) {
        jdbc.sql("""
                        update outbox set state = 'rejected', lease_until = null, last_error = left(:reason, 500)
                        where message_id = :id and tries = :tries and state = 'unconfirmed'""")
                .param("reason", reason)
                .param("id", claim.message().messageId())
                .param("tries", claim.tries())
                .update();
    }

    /** What must be told now: once when the deadline is nearer than {@code margin}, and once more when it has passed. */
    List<Pressing> pressing(Instant now, Duration margin) {
        return jdbc.sql("""
                        select message_id, deadline from outbox
                        where state in ('waiting', 'unconfirmed') and deadline < :soon
                          and (alarmed_at is null or (alarmed_at <= deadline and deadline < :now))
                        order by deadline, message_id""")
                .param("soon", time(now.plus(margin)))
                .param("now", time(now))
                .query((row, number) -> new Pressing(
                        row.getString("message_id"),
                        row.getObject("deadline", OffsetDateTime.class).toInstant()))
                .list();
    }

    void markAlarmed(String messageId, Instant now) {
        jdbc.sql("update outbox set alarmed_at = :now where message_id = :id")
                .param("now", time(now))
                .param("id", messageId)
                .update();
    }

    /** Locks the message until the transaction ends. */
    /** Holds it until the surrounding transaction ends. */
    public Optional<Entry> lock(String messageId) {
        return jdbc.sql("select * from outbox where message_id = :id for update")
                .param("id", messageId)
                .query(Outbox::entry)
                .optional();
    }

    /** What was said of it, by whatever way, decides. */
    public void settle(String messageId, OutboxState state) {
        jdbc.sql("update outbox set state = :state, lease_until = null where message_id = :id")
                .param("state", state.wireName())
                .param("id", messageId)
                .update();
    }

    public Optional<Entry> find(String messageId) {
        return jdbc.sql("select * from outbox where message_id = :id")
                .param("id", messageId)
                .query(Outbox::entry)
                .optional();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                message(row), row.getInt("tries"), row.getString("before").equals(OutboxState.UNCONFIRMED.wireName()));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                message(row),
                OutboxState.named(row.getString("state")),
                row.getInt("tries"),
                row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("last_error")));
    }

    private static MinistryMessage message(ResultSet row) throws SQLException {
        return new MinistryMessage(
                row.getString("message_id"),
                Period.of(row.getString("period")),
                row.getInt("revision"),
                row.getString("content_type"),
                row.getBytes("body"),
                row.getBytes("signature"));
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /**
     * A message held for one try.
     *
     * @param tries the number of this try; whoever claims next has a higher one
     * @param maybeSent a former try may have reached the ministry: ask before sending
     */
    record Claim(MinistryMessage message, int tries, boolean maybeSent) {}

    /** A message that is not settled though its deadline is near or past, and nobody was told of that. */
    record Pressing(String messageId, Instant deadline) {}

    /** A message and how far it has come. */
    public record Entry(
            MinistryMessage message, OutboxState state, int tries, Instant nextTryAt, Optional<String> lastError) {}
}
