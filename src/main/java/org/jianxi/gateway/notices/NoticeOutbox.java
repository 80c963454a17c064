package org.jianxi.gateway.notices;

import static org.jianxi.gateway.notices.NoticeRows.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the sources are to be told, as rows: a notice is there once the fact it tells of is committed.
 *
 * <p>Claiming is one statement, so two nodes never hold one notice; a node that dies loses it when its lease runs out.
 */
public final class NoticeOutbox {

    /** Longer than sending can take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    public NoticeOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. What a source was told before is not told again; whether it is new. */
    public boolean put(Notice notice) {
        var topic = notice.topic();
        return jdbc.sql("""
                        insert into notice (id, source, kind, subject, sender, period, body, occurred_at, give_up_at,
                                            next_try_at)
                        values (:id, :source, :kind, :subject, :sender, :period, :body, :at, :giveUp, :at)
                        on conflict (source, subject) do nothing""")
                        .param("id", notice.id())
                        .param("source", topic.source().value())
                        .param("kind", topic.kind().wireName())
                        .param("subject", topic.subject())
                        .param("sender", topic.sender().map(Object::toString).orElse(null))
                        .param("period", topic.period().map(Object::toString).orElse(null))
                        .param("body", notice.body())
                        .param("at", time(notice.occurredAt()))
                        .param("giveUp", time(notice.giveUpAt()))
                        .update()
                > 0;
    }

    /**
     * Takes the notice that is due longest. A source is sent one at a time, and what concerns one unit in the order in which it
     * happened: a later one waits until the earlier is taken or given up.
     *
     * @param reminders whether it is a time of day at which people are reminded
     */
    Optional<Claim> claimDue(Instant now, boolean reminders) {
        return jdbc.sql("""
                        with due as (
                            select n.sequence from notice n
                            where n.state = 'waiting' and n.next_try_at <= :now and n.give_up_at > :now
                              and (:reminders or n.kind <> 'reminder')
                              and not exists (select 1 from webhook_pause p where p.source = n.source)
                              and not exists (select 1 from notice held
                                              where held.source = n.source and held.state = 'waiting'
                                                and held.lease_until > :now)
                              and not exists (select 1 from notice earlier
                                              where earlier.source = n.source and earlier.state = 'waiting'
                                                and earlier.sender is not distinct from n.sender
                                                and earlier.sequence < n.sequence)
                            order by n.next_try_at, n.sequence limit 1 for update skip locked)
                        update notice set tries = tries + 1, lease_until = :lease
                        from due where notice.sequence = due.sequence
                        returning notice.*""")
                .param("now", time(now))
                .param("reminders", reminders)
                .param("lease", time(now.plus(LEASE)))
                .query((row, number) -> new Claim(NoticeRows.notice(row), row.getInt("tries")))
                .optional();
    }

    /** Nothing happens when the lease was lost meanwhile; nor with the two below. */
    void delivered(Claim claim, Instant now) {
        jdbc.sql("""
                        update notice set state = 'delivered', lease_until = null, delivered_at = :now
                        where id = :id and tries = :tries and state = 'waiting'""")
                .param("now", time(now))
                .param("id", claim.notice().id())
                .param("tries", claim.tries())
                .update();
    }

    void postpone(Claim claim, Instant nextTry, String error) {
        jdbc.sql("""
                        update notice set next_try_at = :next, lease_until = null, last_error = left(:error, 500)
                        where id = :id and tries = :tries and state = 'waiting'""")
                .param("next", time(nextTry))
                .param("error", error)
                .param("id", claim.notice().id())
                .param("tries", claim.tries())
                .update();
    }

    /** Ends every notice whose time is over; gives back the ones it ended. */
    List<NoticeDelivery> giveUpOverdue(Instant now) {
        return jdbc.sql("""
                        update notice set state = 'given-up', lease_until = null,
                               last_error = coalesce(last_error, 'never sent')
                        where state = 'waiting' and give_up_at <= :now and (lease_until is null or lease_until <= :now)
                        returning *""").param("now", time(now)).query(NoticeRows::delivery).list();
    }

    /**
     * A notice held for one try.
     *
     * @param tries the number of this try; whoever claims next has a higher one
     */
    record Claim(Notice notice, int tries) {}
}
