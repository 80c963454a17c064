package org.jianxi.gateway.filing;

import java.time.Duration;
import java.util.Optional;

/** What came back from the ministry, nothing in it believed yet. */
public sealed interface ChannelAnswer {

    /** Something signed. Only {@link AcknowledgementVerifier} says whether it is an acknowledgement of ours. */
    record Acknowledged(SignedAcknowledgement acknowledgement) implements ChannelAnswer {}

    /** Refused for good; sending the same again would not help. */
    record Rejected(String reason) implements ChannelAnswer {}

    /** Somebody else answers in the ministry's place; nothing was sent. A person must look, and it is tried again. */
    record NotTheMinistry(String why) implements ChannelAnswer {}

    /**
     * It may have arrived or not: time-out, reset, an error of the other side.
     *
     * @param retryAfter how long the other side asked to be left alone
     */
    record Unclear(String why, Optional<Duration> retryAfter) implements ChannelAnswer {
        public Unclear(String why) {
            this(why, Optional.empty());
        }
    }
}
