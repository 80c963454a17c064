package org.jianxi.gateway.flow;

import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.signing.Refusal;
import org.jianxi.gateway.signing.Stamp;

/** How one request to the timestamp authority ended. */
sealed interface TimestampAnswer {

    record Stamped(Stamp.Genuine stamp) implements TimestampAnswer {}

    /**
     * It answered, and the answer does not count.
     *
     * @param answer the bytes that came
     */
    record Refused(Refusal refusal, byte[] answer) implements TimestampAnswer {}

    /**
     * It did not answer the question: no connection, no time, another HTTP status.
     *
     * @param retryAfter how long it asks to be left alone
     */
    record Unclear(String why, Optional<Duration> retryAfter) implements TimestampAnswer {}
}
