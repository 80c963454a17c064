package org.jianxi.gateway.filing;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.jianxi.gateway.outgoing.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages from the outbox to the ministry, one at a time: claim, ask where it may have been sent before, send, record.
 *
 * <p>It tries on after the province's deadline too, for late is better than never; the {@link DeadlineAlarm} has told a person.
 */
public final class OutboxDrain {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDrain.class);

    private static final String NOT_THE_MINISTRY = "not-the-ministry";

    private final FilingStore store;
    private final MinistryChannel channel;
    private final AcknowledgementDesk desk;
    private final Backoff backoff;
    private final Clock clock;

    public OutboxDrain(
            FilingStore store, MinistryChannel channel, AcknowledgementDesk desk, Backoff backoff, Clock clock) {
        this.store = store;
        this.channel = channel;
        this.desk = desk;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Tries one message that is due; whether there was one. */
    public boolean drainOnce() {
        var claimed = store.outbox().claimDue(clock.instant());
        claimed.ifPresent(this::attempt);
        return claimed.isPresent();
    }

    /** Takes in what the ministry left to be fetched, also about messages that were settled. */
    public void collect() {
        channel.collect(new MinistryChannel.Collector() {
            @Override
            public boolean word(SignedAcknowledgement left) {
                return taken(left);
            }

            @Override
            public void unreadable(String name, String why) {
                report("acknowledgement-unreadable", name, why);
            }

            @Override
            public void notTheMinistry(String why) {
                report(NOT_THE_MINISTRY, "pushed", why);
            }
        });
    }

    /** One that cannot be stored now keeps neither the others nor the sending up. */
    private boolean taken(SignedAcknowledgement left) {
        try {
            desk.takePushed(left, clock.instant());
            return true;
        } catch (RuntimeException ours) {
            LOG.error("An acknowledgement that was fetched could not be recorded; it is fetched again", ours);
            return false;
        }
    }

    private void attempt(Outbox.Claim claim) {
        var id = claim.message().messageId();
        var known = claim.maybeSent() ? channel.ask(id) : Optional.<ChannelAnswer>empty();
        known.ifPresentOrElse(answer -> heard(claim, answer), () -> send(claim));
    }

    /** A wrong acknowledgement of something sent before is no reason not to send it again. */
    private void heard(Outbox.Claim claim, ChannelAnswer answer) {
        switch (answer) {
            case ChannelAnswer.Acknowledged signed -> {
                if (!isTaken(claim, signed)) {
                    send(claim);
                }
            }
            case ChannelAnswer.Rejected rejected -> rejected(claim, rejected.reason());
            case ChannelAnswer.NotTheMinistry(var why) -> notTheMinistry(claim, why);
            case ChannelAnswer.Unclear unclear -> unclear(claim, unclear);
        }
    }

    private void send(Outbox.Claim claim) {
        switch (channel.send(claim.message())) {
            case ChannelAnswer.Acknowledged signed -> {
                if (!isTaken(claim, signed)) {
                    unclear(claim, new ChannelAnswer.Unclear("answered with a wrong acknowledgement, see incidents"));
                }
            }
            case ChannelAnswer.Rejected rejected -> rejected(claim, rejected.reason());
            case ChannelAnswer.NotTheMinistry(var why) -> notTheMinistry(claim, why);
            case ChannelAnswer.Unclear unclear -> unclear(claim, unclear);
        }
    }

    private boolean isTaken(Outbox.Claim claim, ChannelAnswer.Acknowledged signed) {
        return desk.takeAnswer(claim.message(), signed.acknowledgement(), clock.instant());
    }

    private void rejected(Outbox.Claim claim, String reason) {
        report("rejected", claim.message().messageId(), reason);
        store.outbox().giveUp(claim, reason);
    }

    private void notTheMinistry(Outbox.Claim claim, String why) {
        report(NOT_THE_MINISTRY, claim.message().messageId(), why);
        unclear(claim, new ChannelAnswer.Unclear(why));
    }

    private void unclear(Outbox.Claim claim, ChannelAnswer.Unclear answer) {
        var wait = backoff.afterTry(claim.tries(), answer.retryAfter());
        store.outbox().postpone(claim, clock.instant().plus(wait), answer.why());
    }

    private void report(String kind, String subject, String detail) {
        store.incidents().report(new Incident(kind, subject, detail, clock.instant()), new byte[0]);
    }
}
