package org.jianxi.gateway.notices;

import static org.jianxi.gateway.notices.NoticeRows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The reminders to people as rows. A letter is there once it is decided on, and leaves by a claim with a lease, so two nodes never send
 * one letter at a time.
 */
public final class ReminderBook {

    /** Longer than sending can take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    public ReminderBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One reminder and how far it has come.
     *
     * @param tries of sending it, the one under way included
     */
    public record Entry(
            Reminder reminder, DeliveryState state, int tries, Optional<String> lastError, Optional<Instant> sentAt) {}

    /**
     * A letter held for one try.
     *
     * @param tries the number of this try; whoever claims next has a higher one
     */
    public record Claim(long id, Reminder letter, int tries) {}

    /** Within the caller's transaction; what was said before is not said again. Whether it is new. */
    public boolean put(Reminder reminder) {
        var sent = reminder.channel() == Channel.TELEPHONE;
        return jdbc.sql("""
                        insert into reminder (sender, period, stage, ordinal, channel, role, addresses, subject, body, reminded_by,
                                              occurred_at, give_up_at, state, next_try_at, sent_at)
                        values (:sender, :period, :stage, :ordinal, :channel, :role, :addresses, :subject, :body, :by,
                                :at, :giveUp, :state, :at, :sent)
                        on conflict (sender, period, stage, ordinal) do nothing""")
                        .param("sender", reminder.sender().code())
                        .param("period", reminder.period().toString())
                        .param("stage", reminder.stage())
                        .param("ordinal", reminder.ordinal())
                        .param("channel", reminder.channel().wireName())
                        .param("role", reminder.role())
                        .param("addresses", reminder.addresses().toArray(String[]::new))
                        .param("subject", reminder.subject())
                        .param("body", reminder.body())
                        .param("by", reminder.by())
                        .param("at", time(reminder.occurredAt()))
                        .param("giveUp", time(reminder.giveUpAt()))
                        .param("state", sent ? "delivered" : "waiting")
                        .param("sent", sent ? time(reminder.occurredAt()) : null)
                        .update()
                > 0;
    }

    /** Those of a month, oldest first. */
    public List<Entry> of(Period period) {
        return jdbc.sql("select * from reminder where period = :period order by id")
                .param("period", period.toString())
                .query(ReminderBook::entry)
                .list();
    }

    /** Those by hand of one unit and month, oldest first. */
    public List<Entry> byHand(Sender sender, Period period) {
        return of(period).stream()
                .filter(one -> one.reminder().sender().equals(sender))
                .filter(one -> one.reminder().stage().equals(Reminder.BY_HAND))
                .toList();
    }

    /** Takes the letter that is due longest. */
    public Optional<Claim> claimDue(Instant now) {
        return jdbc.sql("""
                        with due as (
                            select id from reminder
                            where state = 'waiting' and next_try_at <= :now and give_up_at > :now
                              and (lease_until is null or lease_until <= :now)
                            order by next_try_at, id limit 1 for update skip locked)
                        update reminder set tries = tries + 1, lease_until = :lease
                        from due where reminder.id = due.id
                        returning reminder.*""")
                .param("now", time(now))
                .param("lease", time(now.plus(LEASE)))
                .query((row, number) -> new Claim(row.getLong("id"), reminder(row), row.getInt("tries")))
                .optional();
    }

    /** Nothing happens when the lease was lost meanwhile; nor with the next. */
    public void sent(Claim claim, Instant now) {
        jdbc.sql("""
                        update reminder set state = 'delivered', lease_until = null, sent_at = :now
                        where id = :id and tries = :tries and state = 'waiting'""")
                .param("now", time(now))
                .param("id", claim.id())
                .param("tries", claim.tries())
                .update();
    }

    public void postpone(Claim claim, Instant nextTry, String error) {
        jdbc.sql("""
                        update reminder set next_try_at = :next, lease_until = null, last_error = left(:error, 500)
                        where id = :id and tries = :tries and state = 'waiting'""")
                .param("next", time(nextTry))
                .param("error", error)
                .param("id", claim.id())
                .param("tries", claim.tries())
                .update();
    }

    /** Ends every letter whose time is over; gives back the ones it ended. */
    public List<Entry> giveUpOverdue(Instant now) {
        return jdbc.sql("""
                        update reminder set state = 'given-up', lease_until = null,
                               last_error = coalesce(last_error, 'never sent')
                        where state = 'waiting' and give_up_at <= :now and (lease_until is null or lease_until <= :now)
                        returning *""").param("now", time(now)).query(ReminderBook::entry).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                reminder(row),
                DeliveryState.named(row.getString("state")).orElseThrow(),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("last_error")),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        return new Reminder(
                new Sender(row.getString("sender")),
                Period.of(row.getString("period")),
                row.getString("stage"),
                row.getInt("ordinal"),
                Channel.named(row.getString("channel")),
                row.getString("role"),
                List.of((String[]) row.getArray("addresses").getArray()),
                row.getString("subject"),
                row.getString("body"),
                row.getString("reminded_by"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant());
    }
}
