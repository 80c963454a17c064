package org.jianxi.gateway.filing;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ministry said about our messages, kept as it came. Each acknowledgement once, however often it arrives. */
public final class Acknowledgements {

    private final JdbcClient jdbc;

    public Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new. */
    boolean add(Acknowledgement acknowledgement, SignedAcknowledgement signed, Instant now) {
        return jdbc.sql("""
                        insert into acknowledgement (message_id, acknowledgement_id, verdict, content, signature,
                                                     received_at, recorded_at)
                        values (:message, :id, :verdict, :content, :signature, :received, :now)
                        on conflict do nothing""")
                        .param("message", acknowledgement.messageId())
                        .param("id", acknowledgement.acknowledgementId())
                        .param("verdict", acknowledgement.verdict().wireName())
                        .param("content", signed.content())
                        .param("signature", signed.signature())
                        .param("received", Outbox.time(acknowledgement.receivedAt()))
                        .param("now", Outbox.time(now))
                        .update()
                == 1;
    }

    /** Of one message, in the order in which they were recorded. */
    public List<SignedAcknowledgement> of(String messageId) {
        return jdbc.sql("""
                        select content, signature from acknowledgement where message_id = :id
                        order by recorded_at, acknowledgement_id""")
                .param("id", messageId)
                .query((row, number) -> new SignedAcknowledgement(row.getBytes("content"), row.getBytes("signature")))
                .list();
    }
}
