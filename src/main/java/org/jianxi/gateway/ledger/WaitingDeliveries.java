package org.jianxi.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.ledger.WaitingDelivery.Answer;
import org.jianxi.gateway.ledger.WaitingDelivery.Claim;
import org.jianxi.gateway.ledger.WaitingDelivery.Progress;
import org.jianxi.gateway.ledger.WaitingDelivery.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deliveries that are kept and not decided yet, as rows. Claiming is one statement, so two nodes never hold one delivery; a node
 * that dies loses it when its lease runs out.
 */
public final class WaitingDeliveries {

    /** Renewed every second by whoever holds it. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final String OPEN = "select * from waiting_delivery where state <> 'decided' and source = :source ";

    private final JdbcClient jdbc;

    public WaitingDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction, its body first. What is in work already cannot be put in twice. */
    public void add(WaitingDelivery delivery) {
        var arrival = delivery.arrival();
        jdbc.sql("""
                        insert into waiting_delivery (id, source, holder, said_senders, said_period, dataset, door, media_type,
                            file_name, received_at, digest, size, sender_signature, idempotency_key, next_try_at)
                        values (:id, :source, :holder, :senders, :period, :dataset, :door, :mediaType, :fileName, :receivedAt,
                            :digest, :size, :signature, :key, :receivedAt)""")
                .param("id", delivery.id())
                .param("source", arrival.source().value())
                .param("holder", delivery.holder())
                .param("senders", delivery.said().senders())
                .param("period", delivery.said().period())
                .param("dataset", delivery.dataset())
                .param("door", arrival.door().name())
                .param("mediaType", arrival.mediaType().name())
                .param("fileName", arrival.fileName().orElse(null))
                .param("receivedAt", time(arrival.receivedAt()))
                .param("digest", arrival.digest().bytes())
                .param("size", arrival.size())
                .param("signature", arrival.senderSignature().orElse(null))
                .param("key", arrival.idempotencyKey().orElse(null))
                .update();
    }

    public Optional<WaitingDelivery> find(String id) {
        return jdbc.sql("select * from waiting_delivery where id = :id")
                .param("id", id)
                .query(WaitingDeliveries::read)
                .optional();
    }

    /** The one in work that used this idempotency key at this source. */
    public Optional<WaitingDelivery> findOpenByKey(SourceId source, String idempotencyKey) {
        return jdbc.sql(OPEN + "and idempotency_key = :key")
                .param("source", source.value())
                .param("key", idempotencyKey)
                .query(WaitingDeliveries::read)
                .optional();
    }

    /** The one in work that is this very delivery: the same bytes and signature, brought for the same. */
    public Optional<WaitingDelivery> findOpenLike(WaitingDelivery other) {
        return jdbc.sql(OPEN + """
                        and said_senders = :senders and said_period = :period and dataset = :dataset
                        and media_type = :mediaType and digest = :digest
                        and sender_signature is not distinct from :signature::bytea""")
                .param("source", other.arrival().source().value())
                .param("senders", other.said().senders())
                .param("period", other.said().period())
                .param("dataset", other.dataset())
                .param("mediaType", other.arrival().mediaType().name())
                .param("digest", other.arrival().digest().bytes())
                .param("signature", other.arrival().senderSignature().orElse(null))
                .query(WaitingDeliveries::read)
                .optional();
    }

    public Progress progress(String id) {
        return jdbc.sql("""
                        select *, (select count(*) from waiting_delivery earlier
                                   where earlier.state <> 'decided' and earlier.sequence < one.sequence) as ahead
                        from waiting_delivery one where id = :id""").param("id", id).query(WaitingDeliveries::progress).single();
    }

    /** Empty as long as it is not decided. */
    public Optional<Answer> answer(String id) {
        return jdbc.sql(
                        "select answer_status, answer, submission from waiting_delivery where id = :id and state = 'decided'")
                .param("id", id)
                .query((row, number) ->
                        new Answer(row.getInt("answer_status"), row.getBytes("answer"), row.getString("submission")))
                .optional();
    }

    /** Takes the delivery that is due and came first. */
    public Optional<Claim> claimDue(Instant now) {
        return jdbc.sql("""
                        with due as (
                            select id from waiting_delivery
                            where state <> 'decided' and next_try_at <= :now and (lease_until is null or lease_until <= :now)
                            order by sequence limit 1 for update skip locked)
                        update waiting_delivery w
                        set state = 'working', tries = tries + 1, started_at = :now, lease_until = :lease
                        from due where w.id = due.id returning w.*""")
                .param("now", time(now))
                .param("lease", time(now.plus(LEASE)))
                .query((row, number) -> new Claim(read(row, number), row.getInt("tries")))
                .optional();
    }

    /** Whoever works on still holds it. */
    public void renew(Claim claim, Instant now) {
        jdbc.sql("""
                        update waiting_delivery set lease_until = :lease
                        where id = :id and tries = :tries and state = 'working'""")
                .param("lease", time(now.plus(LEASE)))
                .param("id", claim.delivery().id())
                .param("tries", claim.tries())
                .update();
    }

    /** Sets the next try; nothing happens when the lease was lost meanwhile. */
    public void postpone(Claim claim, Instant nextTry, String error) {
        jdbc.sql("""
                        update waiting_delivery
                        set state = 'received', next_try_at = :next, lease_until = null, last_error = left(:error, 200)
                        where id = :id and tries = :tries and state = 'working'""")
                .param("next", time(nextTry))
                .param("error", error)
                .param("id", claim.delivery().id())
                .param("tries", claim.tries())
                .update();
    }

    /** Writes the verdict down, in the transaction that records it; false when the lease was lost meanwhile. */
    public boolean settle(Claim claim, Answer answer) {
        return jdbc.sql("""
                        update waiting_delivery set state = 'decided', lease_until = null, last_error = null,
                            answer_status = :status, answer = :answer, submission = :submission
                        where id = :id and tries = :tries and state = 'working'""")
                        .param("status", answer.status())
                        .param("answer", answer.body())
                        .param("submission", answer.submission())
                        .param("id", claim.delivery().id())
                        .param("tries", claim.tries())
                        .update()
                == 1;
    }

    private static WaitingDelivery read(ResultSet row, int number) throws SQLException {
        return new WaitingDelivery(
                row.getString("id"),
                row.getString("holder"),
                row.getString("dataset"),
                ArrivalRow.read(row, Optional.empty()));
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        var failed = row.getString("last_error") != null && row.getObject("lease_until") == null;
        return new Progress(
                State.named(row.getString("state")),
                row.getLong("ahead"),
                row.getInt("tries"),
                Optional.ofNullable(row.getObject("started_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.of(row.getObject("next_try_at", OffsetDateTime.class).toInstant())
                        .filter(next -> failed));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
