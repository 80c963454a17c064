package org.jianxi.gateway.publishing.platform;

import static org.jianxi.gateway.publishing.platform.PublicationRows.bytes;
import static org.jianxi.gateway.publishing.platform.PublicationRows.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.publishing.Change;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each platform must still be told, as rows. Claiming is one statement, so two nodes never hold one entry; a node that dies loses it
 * when its lease runs out. There is one row for an entry and platform: what is wanted there newest is what is sent, and nothing older.
 */
public final class PublicationOutbox {

    /** Longer than sending can take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    public PublicationOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the entry that is due longest at a platform that is not left alone, withdrawals first. From here on it may have left us. */
    Optional<Claim> claimDue(String platform, Instant now) {
        return jdbc.sql("""
                        with due as (
                            select p.platform, p.list, p.listing from publication p
                            where p.platform = :platform and p.state = 'waiting' and p.next_try_at <= :now
                              and (p.lease_until is null or p.lease_until <= :now)
                              and not exists (select from publication_pause w where w.platform = :platform and w.until > :now)
                            order by p.content is not null, p.next_try_at limit 1 for update skip locked)
                        update publication p set tries = p.tries + 1, lease_until = :lease,
                               unsure = p.unsure or p.content is not null
                        from due where p.platform = due.platform and p.list = due.list and p.listing = due.listing
                        returning p.*""")
                .param("platform", platform)
                .param("now", time(now))
                .param("lease", time(now.plus(LEASE)))
                .query(PublicationRows::claim)
                .optional();
    }

    /**
     * Within the caller's transaction: it holds what was sent, and what it calls that is kept as proof. Something else that is wanted
     * by now stays due. Nothing happens when the lease was lost meanwhile.
     */
    void confirmed(Claim claim, String number, Instant now) {
        var held = jdbc.sql("""
                        update publication set held_digest = :sent, number = :number, confirmed_at = :now, unsure = false,
                               state = case when content_digest is not distinct from :sent then 'settled' else 'waiting' end,
                               failures = 0, refused = false, next_try_at = :now, lease_until = null, last_error = null
                        where platform = :platform and list = :list and listing = :listing and tries = :tries""")
                .param("sent", bytes(claim.sent()), java.sql.Types.BINARY)
                .param("number", number)
                .param("now", time(now))
                .param("platform", claim.platform())
                .param("list", claim.change().list().wireName())
                .param("listing", claim.change().id())
                .param("tries", claim.tries())
                .update();
        if (held > 0) {
            prove(claim, number, now);
        }
    }

    private void prove(Claim claim, String number, Instant now) {
        jdbc.sql("""
                        insert into publication_proof (platform, list, listing, act, content_digest, number, tries, confirmed_at)
                        values (:platform, :list, :listing, :act, :sent, :number, :tries, :now)""")
                .param("platform", claim.platform())
                .param("list", claim.change().list().wireName())
                .param("listing", claim.change().id())
                .param("act", claim.change() instanceof Change.Withdraw ? "withdraw" : "show")
                .param("sent", bytes(claim.sent()), java.sql.Types.BINARY)
                .param("number", number)
                .param("tries", claim.failures() + 1)
                .param("now", time(now))
                .update();
        jdbc.sql("delete from publication_pause where platform = :platform")
                .param("platform", claim.platform())
                .update();
    }

    /** Nobody knows what came of it, and the platform is in trouble rather than this entry. */
    void postpone(Claim claim, Instant next, String why) {
        postpone("false", claim, next, why);
    }

    /** The platform turned this entry away, so that it holds what it held before. */
    void refuse(Claim claim, Instant next, String why) {
        postpone("true", claim, next, why);
    }

    private void postpone(String refused, Claim claim, Instant next, String why) {
        jdbc.sql("update publication set refused = " + refused + """
                        , next_try_at = :next, lease_until = null, failures = failures + 1,
                               last_error = left(:why, 200)
                        where platform = :platform and list = :list and listing = :listing and tries = :tries""")
                .param("next", time(next))
                .param("why", why)
                .param("platform", claim.platform())
                .param("list", claim.change().list().wireName())
                .param("listing", claim.change().id())
                .param("tries", claim.tries())
                .update();
    }

    /** How often this platform took nothing in a row. */
    int failuresOf(String platform) {
        return jdbc.sql("select failures from publication_pause where platform = :platform")
                .param("platform", platform)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Leaves the platform alone as a whole. */
    void pause(String platform, Instant until, String why, Instant now) {
        jdbc.sql("""
                        insert into publication_pause (platform, failures, until, last_error, since)
                        values (:platform, 1, :until, left(:why, 200), :now)
                        on conflict (platform) do update set failures = publication_pause.failures + 1,
                            until = excluded.until, last_error = excluded.last_error""")
                .param("platform", platform)
                .param("until", time(until))
                .param("why", why)
                .param("now", time(now))
                .update();
    }
}
