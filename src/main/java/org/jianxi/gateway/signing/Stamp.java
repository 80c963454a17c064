package org.jianxi.gateway.signing;

import java.time.Instant;

/** What came of looking at a timestamp: the authority said when it saw these bytes, or the first reason why that does not count. */
public sealed interface Stamp {

    /**
     * @param at the moment the authority gives, by its own clock
     * @param authority who stamped, as its certificate names it
     * @param token the timestamp token (RFC 3161), the part of the answer that is kept
     */
    record Genuine(Instant at, String authority, byte[] token) implements Stamp {}

    record Refused(Refusal refusal) implements Stamp {}

    default boolean isGenuine() {
        return this instanceof Genuine;
    }
}
