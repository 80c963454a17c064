package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.flow.Outcome.Refusal;
import org.jianxi.gateway.flow.people.BatchRead;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.validation.Judgement;

/**
 * One delivery with its verdict, nothing kept yet.
 *
 * @param signer the certificate its signature was verified with
 * @param batchStands whether it holds people's records that nothing blocks
 * @param notYours it speaks for a sender that its deliverer may not speak for
 */
public record Examined(
        Reading reading,
        Judgement judgement,
        Optional<SigningCertificate> signer,
        boolean notYours,
        boolean batchStands) {

    public Examined(Reading reading, Judgement judgement, Optional<SigningCertificate> signer, boolean notYours) {
        this(reading, judgement, signer, notYours, false);
    }

    /** The records that may stand; empty for a return, and when anything blocks them. */
    Optional<BatchRead> acceptedBatch() {
        return batchStands && !notYours ? reading.batch() : Optional.empty();
    }

    /** The complete return at revision 1; empty when anything blocks it. */
    public Optional<MonthlyReturn> accepted() {
        return notYours ? Optional.empty() : judgement.accepted();
    }

    public List<Finding> findings() {
        return judgement.findings();
    }

    public Optional<Refusal> refusal() {
        if (notYours) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        return batchStands || judgement.accepted().isPresent() ? Optional.empty() : Optional.of(Refusal.CONTENT);
    }
}
