package org.jianxi.gateway.api;

import java.util.Optional;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
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

    /** The submission, or {@link NotThere} when there is none for this caller. */
    StoredSubmission get(String id, Caller caller) {
        return ledger.submissions()
                .find(id)
                .filter(submission -> mayRead(caller, submission))
                .orElseThrow(NotThere::new);
    }

    private static boolean mayRead(Caller caller, StoredSubmission submission) {
        if (!caller.is(Role.SENDER)) {
            return true;
        }
        var sameSource = caller.source().equals(Optional.of(submission.arrival().source()));
        return submission.sender().map(caller.senders()::contains).orElse(sameSource);
    }
}
