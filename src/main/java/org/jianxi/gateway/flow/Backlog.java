package org.jianxi.gateway.flow;

import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.WaitingDelivery;
import org.jianxi.gateway.signing.Sm3;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps large deliveries before anybody reads them, so that their caller need not wait for the verdict. {@link BacklogWork} decides
 * them, one by one and by the same steps.
 */
public final class Backlog implements Deferral {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final SubmissionFlow flow;
    private final Recorder recorder;
    private final Ledger ledger;
    private final Audit audit;
    private final TransactionOperations transaction;

    public Backlog(
            SubmissionFlow flow, Recorder recorder, Ledger ledger, Audit audit, TransactionOperations transaction) {
        this.flow = flow;
        this.recorder = recorder;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public boolean takes(Delivery delivery) {
        return flow.records(delivery);
    }

    @Override
    public Deferred keep(Delivery brought, String holder) {
        var delivery = flow.hidden(brought);
        var digest = Sm3.of(delivery.content());
        Supplier<Deferred> kept = () -> transaction.execute(status -> keep(delivery, holder, digest));
        try {
            try {
                return kept.get();
            } catch (DuplicateKeyException keptAtTheSameTime) {
                return kept.get();
            }
        } catch (RuntimeException ours) {
            LOG.error(
                    "{} from {} could not be kept",
                    digest.hex().substring(0, 12),
                    delivery.source(),
                    flow.tellable(delivery.dataset(), ours));
            return new Deferred.Answered(new Outcome.Unfinished(ours.getClass().getSimpleName()));
        }
    }

    private Deferred keep(Delivery delivery, String holder, Digest digest) {
        var waiting = new WaitingDelivery(
                Recorder.newId(), holder, delivery.dataset(), Recorder.arrival(delivery, digest, Optional.empty()));
        return answered(delivery, digest)
                .or(() -> ledger.waiting().findOpenLike(waiting).map(Backlog::told))
                .orElseGet(() -> add(waiting, delivery));
    }

    private Optional<Deferred> answered(Delivery delivery, Digest digest) {
        return flow.seenBefore(delivery, digest)
                .or(() -> keyOf(delivery).flatMap(key -> recorder.currentIfSame(key, digest)))
                .map(Deferred.Answered::new);
    }

    /** As far as the call alone says; what only the content says is found when it is read. */
    private static Optional<ReturnKey> keyOf(Delivery delivery) {
        return delivery.sender()
                .flatMap(sender -> delivery.period().map(period -> new ReturnKey(sender, delivery.dataset(), period)));
    }

    private Deferred add(WaitingDelivery waiting, Delivery delivery) {
        ledger.await(waiting, delivery.content());
        audit.record(
                waiting.arrival().receivedAt(),
                new Audit.Deed(
                        delivery.source().value(),
                        "submission-received",
                        waiting.id(),
                        delivery.door().wireName()));
        LOG.info(
                "{} from {}: kept as {}",
                waiting.arrival().digest().hex().substring(0, 12),
                delivery.source(),
                waiting.id());
        return told(waiting);
    }

    private static Deferred told(WaitingDelivery waiting) {
        var arrival = waiting.arrival();
        return new Deferred.Waiting(waiting.id(), arrival.receivedAt(), arrival.digest(), arrival.size());
    }
}
