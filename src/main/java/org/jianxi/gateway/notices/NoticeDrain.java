package org.jianxi.gateway.notices;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.notices.NoticeOutbox.Claim;
import org.jianxi.gateway.notices.WebhookChannel.Answer;
import org.jianxi.gateway.outgoing.Backoff;

/** Brings notices to their sources: claim, sign, send, record. A source that fails delays no other. */
public final class NoticeDrain {

    private final NoticeOutbox outbox;
    private final Pauses pauses;
    private final WebhookChannel channel;
    private final Office office;
    private final Pace pace;

    public NoticeDrain(NoticeOutbox outbox, Pauses pauses, WebhookChannel channel, Office office, Pace pace) {
        this.outbox = outbox;
        this.pauses = pauses;
        this.channel = channel;
        this.office = office;
        this.pace = pace;
    }

    /** What the rest of the house knows and hears. */
    public interface Office {

        /** Where the source takes notices as of now; empty where it takes none. Throws {@link IllegalArgumentException} with the reason when its secret is not there. */
        Optional<Endpoint> endpointOf(SourceId source);

        /** Nobody tries to deliver this any more. */
        void gaveUp(NoticeDelivery delivery);

        /** The source's address said that it is gone. */
        void paused(SourceId source);
    }

    /** When to try. */
    public record Pace(Backoff backoff, DayTime day, Clock clock) {}

    /** Before a round: ends what is too old, and lifts the pause of every source whose address is another one now. */
    public void tidy() {
        outbox.giveUpOverdue(pace.clock().instant()).forEach(office::gaveUp);
        pauses.all().forEach((source, url) -> {
            if (hasMoved(source, url)) {
                pauses.lift(source);
            }
        });
    }

    /** Claims the notice that is due longest; running what comes back sends it. Empty when none is due. */
    public Optional<Runnable> next() {
        var now = pace.clock().instant();
        return outbox.claimDue(now, pace.day().includes(now)).map(claim -> () -> attempt(claim));
    }

    private void attempt(Claim claim) {
        var source = claim.notice().topic().source();
        try {
            office.endpointOf(source)
                    .ifPresentOrElse(
                            endpoint -> send(claim, endpoint), () -> failed(claim, new Answer.Failed("no webhook")));
        } catch (IllegalArgumentException unusable) {
            failed(claim, new Answer.Failed(String.valueOf(unusable.getMessage())));
        }
    }

    private void send(Claim claim, Endpoint endpoint) {
        var now = pace.clock().instant();
        var message = SignedNotice.of(claim.notice(), endpoint.secrets(), now);
        switch (channel.post(endpoint, message)) {
            case Answer.Taken taken -> outbox.delivered(claim, pace.clock().instant());
            case Answer.Gone gone -> {
                var source = claim.notice().topic().source();
                pauses.pause(source, endpoint.toString(), now);
                failed(claim, new Answer.Failed("HTTP 410: paused"));
                office.paused(source);
            }
            case Answer.Failed failed -> failed(claim, failed);
        }
    }

    private void failed(Claim claim, Answer.Failed failed) {
        var wait = pace.backoff().afterTry(claim.tries(), failed.retryAfter());
        outbox.postpone(claim, pace.clock().instant().plus(wait), failed.why());
    }

    private boolean hasMoved(SourceId source, String url) {
        try {
            return !url.equals(office.endpointOf(source).map(Endpoint::toString).orElse(""));
        } catch (IllegalArgumentException secretMissing) {
            return false;
        }
    }
}
