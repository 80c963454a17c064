package org.jianxi.gateway.sandbox;

import java.time.Duration;

/** How the ministry sandbox treats one message sent to it. */
public sealed interface Behaviour {

    /** Takes it and acknowledges it. */
    record Normal() implements Behaviour {}

    /** Waits before it acknowledges. */
    record Slow(Duration pause) implements Behaviour {}

    /** Answers with this status and keeps nothing. */
    record Error(int status) implements Behaviour {}

    /** Takes it, then hangs up without a word. */
    record LoseAcknowledgement() implements Behaviour {}

    /** Acknowledges it in the answer, then pushes the same acknowledgement too. */
    record AcknowledgeTwice() implements Behaviour {}

    /** Takes it, but acknowledges some other message. */
    record WrongId() implements Behaviour {}

    /** Takes it, but acknowledges with a key that is not the ministry's. */
    record BadSignature() implements Behaviour {}

    /** Reads it and says, signed, that it may not stand. */
    record Reject(String reason) implements Behaviour {}

    /** From configuration: {@code normal slow:500 error500 loseAcknowledgement acknowledgeTwice wrongId badSignature reject}. */
    static Behaviour parse(String word) {
        var parts = word.strip().split(":", 2);
        return switch (parts[0]) {
            case "normal" -> new Normal();
            case "slow" -> new Slow(Duration.ofMillis(Long.parseLong(parts.length > 1 ? parts[1] : "1000")));
            case "error500" -> new Error(500);
            case "error503" -> new Error(503);
            case "loseAcknowledgement" -> new LoseAcknowledgement();
            case "acknowledgeTwice" -> new AcknowledgeTwice();
            case "wrongId" -> new WrongId();
            case "badSignature" -> new BadSignature();
            case "reject" -> new Reject(parts.length > 1 ? parts[1] : "数据不符");
            default -> throw new IllegalArgumentException("The ministry sandbox cannot be told to " + word);
        };
    }
}
