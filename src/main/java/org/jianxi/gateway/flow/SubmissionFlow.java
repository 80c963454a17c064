package org.jianxi.gateway.flow;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.Recorder.Case;
import org.jianxi.gateway.flow.people.WithoutWords;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.signing.Sm3;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes one delivery from its door to the ledger: have we seen it, what does it say, may it stand, record it.
 *
 * <p>Reading and checking happen before the transaction; the verdict is given inside it, under the lock of that one
 * return, so that a hundred identical pushes at once make one entry.
 */
public final class SubmissionFlow implements Reception {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionFlow.class);

    private final Examiner examiner;
    private final Batches batches;
    private final Recorder recorder;
    private final Locks locks;
    private final TransactionOperations transaction;
    private final Clock clock;

    public SubmissionFlow(
            Examiner examiner,
            Batches batches,
            Recorder recorder,
            Locks locks,
            TransactionOperations transaction,
            Clock clock) {
        this.examiner = examiner;
        this.batches = batches;
        this.recorder = recorder;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Terms terms(Source source) {
        return examiner.terms(source);
    }

    @Override
    public Outcome receive(Delivery brought) {
        var delivery = batches.hidden(brought);
        var digest = Sm3.of(delivery.content());
        if (!records(delivery)) {
            return leftWithSender(delivery, digest);
        }
        try {
            var outcome = seenBefore(delivery, digest).orElseGet(() -> decide(delivery, digest, Ticket.fresh()));
            LOG.info("{} from {}: {}", digest.hex().substring(0, 12), delivery.source(), describe(outcome));
            return outcome;
        } catch (RuntimeException ours) {
            LOG.error(
                    "{} from {} could not be decided",
                    digest.hex().substring(0, 12),
                    delivery.source(),
                    tellable(delivery.dataset(), ours));
            keepBytes(delivery, digest);
            return new Outcome.Unfinished(ours.getClass().getSimpleName());
        }
    }

    /** Records that nothing keeps yet may hold people: so nothing of them is kept, not even the bytes. */
    private static Outcome leftWithSender(Delivery delivery, Digest digest) {
        LOG.warn(
                "{} from {}: records of {} are not taken in, and nothing of them was kept",
                digest.hex().substring(0, 12),
                delivery.source(),
                delivery.dataset());
        return new Outcome.Unfinished("RecordsNotTakenIn");
    }

    @Override
    public Trial dryRun(Delivery delivery) {
        var examined = examiner.examine(delivery, examiner.read(delivery));
        return new Trial(examined.refusal(), examined.findings());
    }

    /** Reads and decides; throws where that is not possible for a reason of ours. The ticket is told within the transaction. */
    Outcome decide(Delivery delivery, Digest digest, Ticket ticket) {
        var reading = examiner.read(delivery);
        try {
            return decide(delivery, digest, reading, ticket);
        } catch (DuplicateKeyException sameIdempotencyKeyAtTheSameTime) {
            return decide(delivery, digest, reading, ticket);
        }
    }

    /** Records a delivery that is not read any more, as its deliverer may not deliver it now. */
    Outcome refuse(Delivery delivery, Digest digest, Examined refused, Ticket ticket) {
        return transaction.execute(status -> {
            var outcome = recorder.record(new Case(ticket.id(), delivery, digest, refused, clock.instant()));
            ticket.decided().accept(outcome);
            return outcome;
        });
    }

    private Outcome decide(Delivery delivery, Digest digest, Reading reading, Ticket ticket) {
        return transaction.execute(status -> {
            var key = reading.key(delivery);
            key.ifPresent(recorder::lock);
            var outcome = seenBefore(delivery, digest)
                    .or(() -> key.flatMap(one -> recorder.currentIfSame(one, digest)))
                    .orElseGet(() -> {
                        var examined = locks.check(examiner.examine(delivery, reading), delivery);
                        return recorder.record(new Case(ticket.id(), delivery, digest, examined, clock.instant()));
                    });
            ticket.decided().accept(outcome);
            return outcome;
        });
    }

    Optional<Outcome> seenBefore(Delivery delivery, Digest digest) {
        return delivery.idempotencyKey().flatMap(key -> recorder.byKey(delivery.source(), key, digest));
    }

    /** The delivery as it may be kept. */
    Delivery hidden(Delivery delivery) {
        return batches.hidden(delivery);
    }

    /** What failed, as the log may say it: of people's records without a word that could be theirs. */
    RuntimeException tellable(String dataset, RuntimeException ours) {
        return batches.takes(dataset) ? WithoutWords.of(ours) : ours;
    }

    /** Whether it is of a kind that can be recorded: returns, and records of people. Others can be read, but nothing keeps them yet. */
    boolean records(Delivery delivery) {
        return batches.takes(delivery.dataset()) || isReturn(delivery);
    }

    private boolean isReturn(Delivery delivery) {
        return delivery.dataset().equals(Delivery.MONTHLY_RETURN) && !examiner.readsRecords(delivery);
    }

    /** Best effort: with the database gone there is nowhere to keep them, and the sender is told to come again. */
    private void keepBytes(Delivery delivery, Digest digest) {
        try {
            transaction.executeWithoutResult(status -> recorder.keepUndecided(delivery, digest, clock.instant()));
        } catch (RuntimeException alsoOurs) {
            LOG.error(
                    "{} could not be kept either",
                    digest.hex().substring(0, 12),
                    tellable(delivery.dataset(), alsoOurs));
        }
    }

    static String describe(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                "accepted as " + accepted.submissionId() + (accepted.replay() ? ", a replay" : "");
            case Outcome.Returned returned ->
                "returned with " + returned.findings().size() + " findings";
            case Outcome.Unfinished unfinished -> "not decided: " + unfinished.reason();
        };
    }
}
