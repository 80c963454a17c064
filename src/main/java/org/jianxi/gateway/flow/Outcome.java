package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.SignedReceipt;

/**
 * How one delivery ended. Every caller must handle all three, and the compiler says so.
 *
 * <p>{@link Returned} is the sender's to mend and {@link Unfinished} is ours; the two never stand in for each other.
 */
public sealed interface Outcome {

    /**
     * In the ledger. Warnings, if any, go back with the receipt.
     *
     * @param replay the same bytes were here before and are still current: the receipt is the original one
     */
    record Accepted(String submissionId, SignedReceipt receipt, List<Finding> findings, boolean replay)
            implements Outcome {
        public Accepted {
            findings = List.copyOf(findings);
        }
    }

    /** Not in the ledger, the bytes kept. The sender corrects the findings and sends again. */
    record Returned(String submissionId, Refusal refusal, List<Finding> findings) implements Outcome {
        public Returned {
            findings = List.copyOf(findings);
        }
    }

    /** Not decided. Nothing was kept but the bytes, and the same file may be offered again. */
    record Unfinished(String reason) implements Outcome {}

    /** Under which id it was decided; empty where it was not. */
    default Optional<String> submission() {
        return switch (this) {
            case Accepted accepted -> Optional.of(accepted.submissionId());
            case Returned returned -> Optional.of(returned.submissionId());
            case Unfinished unfinished -> Optional.empty();
        };
    }

    /** Why a delivery was returned. */
    enum Refusal {
        /** What it says may not stand. */
        CONTENT,
        /** It speaks for a sender that its credential does not cover. */
        NOT_YOURS,
        /** Its idempotency key was used before with other bytes. */
        KEY_REUSED
    }
}
