package org.jianxi.gateway.api;

import java.util.Optional;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Arrival;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.WaitingDelivery;
import org.jianxi.gateway.ledger.WaitingDelivery.Answer;
import org.springframework.stereotype.Component;

/**
 * The submissions as one caller may see them: a sender its own, the office all.
 *
 * <p>What a caller may not see is not there, so that nobody learns from a refusal which ids exist.
 */
@Component
class ReadableSubmissions {

    private final Ledger ledger;

    ReadableSubmissions(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The submission, or {@link NotThere} when there is none for this caller. A delivery that was kept first and turned out to be one
     * that stood already is that one.
     */
    StoredSubmission get(String id, Caller caller) {
        return ledger.submissions()
                .find(id)
                .or(() -> ledger.waiting()
                        .answer(id)
                        .filter(Answer::isGood)
                        .flatMap(answer -> ledger.submissions().find(answer.submission())))
                .filter(submission ->
                        caller.mayRead(submission.sender(), submission.arrival().source()))
                .orElseThrow(NotThere::new);
    }

    /** A delivery that was kept before it was read, decided or not. */
    Optional<WaitingDelivery> findWaiting(String id, Caller caller) {
        return ledger.waiting()
                .find(id)
                .filter(one -> caller.mayRead(one.onlySender(), one.arrival().source()));
    }

    /** @param submission that it is or becomes */
    record Came(String submission, String dataset, Arrival arrival) {}

    /** How the bytes came, decided or not. */
    Came came(String id, Caller caller) {
        return findWaiting(id, caller)
                .map(one -> new Came(one.id(), one.dataset(), one.arrival()))
                .orElseGet(() -> {
                    var one = get(id, caller);
                    return new Came(one.id(), one.dataset(), one.arrival());
                });
    }
}
