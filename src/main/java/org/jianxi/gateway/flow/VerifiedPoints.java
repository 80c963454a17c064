package org.jianxi.gateway.flow;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import org.jianxi.gateway.ledger.LedgerEntry;
import org.jianxi.gateway.ledger.OwnSeals;
import org.jianxi.gateway.ledger.VerifiedPoint;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to where the ledger was found whole, sealed and outside the database: whoever can write there can neither say it of more than we did,
 * nor of another history.
 */
public record VerifiedPoints(Witness witness, OwnSeals seals, Signer signer, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedPoints.class);

    /** The furthest; what is not sealed by us counts for nothing. */
    Optional<VerifiedPoint> newest() {
        return witness.verified().stream()
                .flatMap(kept -> seals.contentOf(kept.cms()).stream())
                .flatMap(content -> VerifiedPoint.read(content).stream())
                .max(Comparator.comparingLong(VerifiedPoint::entries));
    }

    /** @param since where the look began; empty where it went through everything */
    void keep(LedgerEntry last, Optional<VerifiedPoint> since) {
        var fullAt = since.map(VerifiedPoint::fullAt).orElseGet(clock::instant);
        try {
            witness.keepVerified(signer.sign(new VerifiedPoint(last.treeSize(), last.treeHead(), fullAt).content()));
        } catch (KeyProblem unsigned) {
            LOG.warn(
                    "That the ledger was found whole cannot be sealed; the next look begins where this one did",
                    unsigned);
        }
    }
}
