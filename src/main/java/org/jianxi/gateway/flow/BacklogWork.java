package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.people.WithoutWords;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.WaitingDelivery;
import org.jianxi.gateway.ledger.WaitingDelivery.Answer;
import org.jianxi.gateway.ledger.WaitingDelivery.Claim;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.validation.Judgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what {@link Backlog} kept: claim, ask the access rights again, read with the versions in force now, decide. The answer is
 * written with the verdict. What fails for a reason of ours is tried again, and never lost.
 */
public final class BacklogWork {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWork.class);

    /** Until there may be room for it again. */
    private static final Duration ROOM = Duration.ofSeconds(1);

    private final SubmissionFlow flow;
    private final Ledger ledger;
    private final StillAllowed allowed;
    private final Backoff backoff;
    private final Clock clock;

    public BacklogWork(SubmissionFlow flow, Ledger ledger, StillAllowed allowed, Backoff backoff, Clock clock) {
        this.flow = flow;
        this.ledger = ledger;
        this.allowed = allowed;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** What a caller would have heard of an outcome, in the words of its door. */
    public interface Wording {
        Worded of(Outcome outcome);
    }

    /** @param status of HTTP */
    public record Worded(int status, byte[] body) {}

    /** A delivery that this node has in work. */
    public record Held(Claim claim) {

        /** Of its body, in bytes. */
        public long size() {
            return claim.delivery().arrival().size();
        }
    }

    /** The next delivery that is due, held from now on; whoever has it must {@link #hold} it every second. */
    public Optional<Held> next() {
        return ledger.waiting().claimDue(clock.instant()).map(Held::new);
    }

    public void hold(Held held) {
        ledger.waiting().renew(held.claim(), clock.instant());
    }

    /** Leaves it for whoever comes next, because there is no room for it here. */
    public void leave(Held held) {
        ledger.waiting().postpone(held.claim(), clock.instant().plus(ROOM), "no room");
    }

    public void decide(Held held, Wording wording) {
        var claim = held.claim();
        try {
            var waiting = claim.delivery();
            var outcome = decide(waiting, new Ticket(waiting.id(), result -> settle(claim, result, wording)));
            LOG.info("{} from {}: {}", waiting.id(), waiting.arrival().source(), SubmissionFlow.describe(outcome));
        } catch (RuntimeException ours) {
            later(claim, ours);
        }
    }

    private Outcome decide(WaitingDelivery waiting, Ticket ticket) {
        var digest = waiting.arrival().digest();
        var ruling = allowed.of(waiting);
        var delivery = delivery(waiting, ruling.senders());
        return ruling.refusal()
                .map(finding -> flow.refuse(delivery, digest, refused(finding), ticket))
                .orElseGet(() -> flow.decide(delivery, digest, ticket));
    }

    private static Examined refused(Finding finding) {
        var findings = List.of(finding);
        return new Examined(
                new Reading(new Mapped.Unreadable(findings), ""),
                Judgement.withoutForm(findings),
                Optional.empty(),
                true);
    }

    private Delivery delivery(WaitingDelivery waiting, Set<Sender> senders) {
        var arrival = waiting.arrival();
        return new Delivery(
                arrival.source(),
                senders,
                arrival.door(),
                waiting.dataset(),
                waiting.said().forPeriod(),
                arrival.mediaType(),
                arrival.fileName(),
                ledger.submissions().content(arrival.digest()).orElseThrow(),
                arrival.senderSignature(),
                arrival.idempotencyKey(),
                arrival.receivedAt());
    }

    private void settle(Claim claim, Outcome outcome, Wording wording) {
        var said = wording.of(outcome);
        var submission = switch (outcome) {
            case Outcome.Accepted accepted -> accepted.submissionId();
            case Outcome.Returned returned -> returned.submissionId();
            case Outcome.Unfinished unfinished -> throw new IllegalStateException(unfinished.reason());
        };
        if (!ledger.waiting().settle(claim, new Answer(said.status(), said.body(), submission))) {
            throw new IllegalStateException(
                    "another node has " + claim.delivery().id() + " now");
        }
    }

    private void later(Claim claim, RuntimeException ours) {
        LOG.error(
                "{} is not decided at try {} and is tried again",
                claim.delivery().id(),
                claim.tries(),
                flow.tellable(claim.delivery().dataset(), ours));
        try {
            var wait = backoff.afterTry(claim.tries(), Optional.empty());
            ledger.waiting()
                    .postpone(claim, clock.instant().plus(wait), ours.getClass().getSimpleName());
        } catch (RuntimeException alsoOurs) {
            LOG.error("{} waits until its lease runs out", claim.delivery().id(), WithoutWords.of(alsoOurs));
        }
    }
}
