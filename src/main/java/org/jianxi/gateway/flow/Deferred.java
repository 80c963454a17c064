package org.jianxi.gateway.flow;

import java.time.Instant;
import org.jianxi.gateway.canonical.Digest;

/** What became of a delivery that was to be kept first and read later. */
public sealed interface Deferred {

    /**
     * Its bytes are kept and it will be decided.
     *
     * @param id of the submission it becomes
     */
    record Waiting(String id, Instant receivedAt, Digest digest, long size) implements Deferred {}

    /** It was decided before: the same bytes stand already, or its idempotency key does; or it could not be kept. */
    record Answered(Outcome outcome) implements Deferred {}
}
