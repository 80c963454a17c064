package org.jianxi.gateway.filing;

import java.util.Optional;

/** The way to the ministry. Never throws for what happens on the other side: every ending is a {@link ChannelAnswer}. */
public interface MinistryChannel {

    /** Sends the message; the same message may be sent again and means the same. */
    ChannelAnswer send(MinistryMessage message);

    /** Asks what became of a message that may have been sent; empty when the ministry does not know it. */
    Optional<ChannelAnswer> ask(String messageId);
}
