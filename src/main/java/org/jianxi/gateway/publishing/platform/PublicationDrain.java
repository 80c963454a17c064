package org.jianxi.gateway.publishing.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.publishing.Change;
import org.springframework.transaction.support.TransactionOperations;

/** Tells the platforms what they must still be told: claim, say it their way, carry, record. A platform that fails delays no other. */
public final class PublicationDrain {

    private final PlatformRegister platforms;
    private final PublicationOutbox outbox;
    private final PlatformAdapter adapter;
    private final PlatformChannel channel;
    private final Pace pace;

    public PublicationDrain(
            PlatformRegister platforms,
            PublicationOutbox outbox,
            PlatformAdapter adapter,
            PlatformChannel channel,
            Pace pace) {
        this.platforms = platforms;
        this.outbox = outbox;
        this.adapter = adapter;
        this.channel = channel;
        this.pace = pace;
    }

    /** When to try, and how what came of it is kept whole. */
    public record Pace(Backoff backoff, TransactionOperations transaction, Clock clock) {}

    /** Claims what is due longest at this platform; running what comes back sends it. Empty when nothing is due, or nothing goes there. */
    public Optional<Runnable> next(String platform) {
        return platforms
                .find(platform)
                .filter(Platform::active)
                .flatMap(one ->
                        outbox.claimDue(platform, pace.clock().instant()).map(claim -> () -> attempt(one, claim)));
    }

    private void attempt(Platform platform, Claim claim) {
        var answer = ask(platform, claim.change());
        var now = pace.clock().instant();
        pace.transaction().executeWithoutResult(status -> {
            switch (answer) {
                case PlatformAnswer.Confirmed confirmed -> outbox.confirmed(claim, confirmed.number(), now);
                case PlatformAnswer.Refused refused ->
                    outbox.refuse(claim, now.plus(wait(claim.failures() + 1)), refused.why());
                case PlatformAnswer.Unclear unclear -> leaveAlone(platform, claim, unclear, now);
            }
        });
    }

    private PlatformAnswer ask(Platform platform, Change change) {
        return switch (channel.carry(platform, adapter.call(platform, change))) {
            case PlatformChannel.Carried.Answered answered -> adapter.read(platform, change, answered.response());
            case PlatformChannel.Carried.Unanswered unanswered -> new PlatformAnswer.Unclear(unanswered.why());
        };
    }

    private void leaveAlone(Platform platform, Claim claim, PlatformAnswer.Unclear unclear, Instant now) {
        var failures = outbox.failuresOf(platform.id());
        var until = now.plus(pace.backoff().afterTry(failures + 1, unclear.retryAfter()));
        outbox.postpone(claim, until, unclear.why());
        outbox.pause(platform.id(), until, unclear.why(), now);
    }

    private Duration wait(int failures) {
        return pace.backoff().afterTry(failures, Optional.empty());
    }
}
