package org.jianxi.gateway.filing;

import java.util.Optional;

/** The way to the ministry. Never throws for what happens on the other side: every ending is a {@link ChannelAnswer}. */
public interface MinistryChannel {

    /** Sends the message; the same message may be sent again and means the same. */
    ChannelAnswer send(MinistryMessage message);

    /**
     * Fetches what the ministry left for us by itself, each thing once as long as the process lives. Nothing where it brings its word
     * to us instead.
     */
    default void collect(Collector collector) {}

    /** Takes what was fetched. */
    interface Collector {

        /** Whether it was dealt with; what was not is fetched again. */
        boolean word(SignedAcknowledgement left);

        /** Something that is no acknowledgement by its size, and was left unread. */
        void unreadable(String name, String why);

        /** Somebody else answered in the ministry's place, and nothing was fetched. */
        void notTheMinistry(String why);
    }

    /** Asks what became of a message that may have been sent; empty when the ministry does not know it. */
    Optional<ChannelAnswer> ask(String messageId);
}
