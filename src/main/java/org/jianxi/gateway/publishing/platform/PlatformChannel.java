package org.jianxi.gateway.publishing.platform;

/** The way to the platforms. Never throws for what happens on the other side. */
public interface PlatformChannel {

    /** How a call ended: with an answer, or with nobody knowing. */
    sealed interface Carried {

        record Answered(PlatformAdapter.Response response) implements Carried {}

        /** @param why without the address's key or anything of the answer */
        record Unanswered(String why) implements Carried {}
    }

    Carried carry(Platform platform, PlatformCall call);
}
