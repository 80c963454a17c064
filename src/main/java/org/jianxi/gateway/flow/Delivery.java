package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * One file as a door took it in: the bytes, who brought them and when they were complete.
 *
 * @param source the system that delivered, from its credential or folder, never from the content
 * @param senders whom it may speak for by that credential; where there are several the content says which
 * @param period the month the deliverer named beside the file; empty where only the content says
 * @param mediaType what the deliverer said it is
 * @param fileName the given name, kept as data and never used as a path
 * @param content the body, byte for byte
 * @param signature the sender's detached CMS over exactly these bytes
 * @param receivedAt when the last byte was here, by the gateway's clock; lateness is judged by it
 * @param terms what was in force when its door began to take it in; empty for what is in force when it is read
 */
public record Delivery(
        SourceId source,
        Set<Sender> senders,
        Door door,
        String dataset,
        Optional<Period> period,
        MediaType mediaType,
        Optional<String> fileName,
        byte[] content,
        Optional<byte[]> signature,
        Optional<String> idempotencyKey,
        Instant receivedAt,
        Optional<Terms> terms) {

    public static final String MONTHLY_RETURN = "monthly-return";

    public Delivery {
        senders = Set.copyOf(senders);
    }

    public Delivery(
            SourceId source,
            Set<Sender> senders,
            Door door,
            String dataset,
            Optional<Period> period,
            MediaType mediaType,
            Optional<String> fileName,
            byte[] content,
            Optional<byte[]> signature,
            Optional<String> idempotencyKey,
            Instant receivedAt) {
        this(
                source,
                senders,
                door,
                dataset,
                period,
                mediaType,
                fileName,
                content,
                signature,
                idempotencyKey,
                receivedAt,
                Optional.empty());
    }

    /** The same, to be read by these terms whatever changes from now on. */
    public Delivery under(Terms kept) {
        return new Delivery(
                source,
                senders,
                door,
                dataset,
                period,
                mediaType,
                fileName,
                content,
                signature,
                idempotencyKey,
                receivedAt,
                Optional.of(kept));
    }

    /** The one sender it speaks for; empty where only the content can say. */
    public Optional<Sender> sender() {
        return senders.size() == 1 ? Optional.of(senders.iterator().next()) : Optional.empty();
    }

    public boolean maySpeakFor(Sender other) {
        return senders.contains(other);
    }
}
