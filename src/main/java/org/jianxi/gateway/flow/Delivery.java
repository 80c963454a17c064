package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * One file as a door took it in: the bytes, who brought them and when they were complete.
 *
 * @param source the system that delivered, from its credential or folder, never from the content
 * @param sender whom it may speak for by that credential; empty where the source speaks for several and the content says which
 * @param period the month the deliverer named beside the file; empty where only the content says
 * @param mediaType what the deliverer said it is
 * @param fileName the given name, kept as data and never used as a path
 * @param content the body, byte for byte
 * @param signature the sender's detached CMS over exactly these bytes
 * @param receivedAt when the last byte was here, by the gateway's clock; lateness is judged by it
 */
public record Delivery(
        SourceId source,
        Optional<Sender> sender,
        Door door,
        String dataset,
        Optional<Period> period,
        MediaType mediaType,
        Optional<String> fileName,
        byte[] content,
        Optional<byte[]> signature,
        Optional<String> idempotencyKey,
        Instant receivedAt) {

    public static final String MONTHLY_RETURN = "monthly-return";
}
