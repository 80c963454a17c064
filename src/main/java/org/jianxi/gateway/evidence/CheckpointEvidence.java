package org.jianxi.gateway.evidence;

import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.Sm3;

/** The signed tree head in a bundle. */
record CheckpointEvidence(Bundle bundle) {

    Head head(GatewaySeals seals) throws Doubt {
        var head = Head.read(bundle.statement(Names.CHECKPOINT));
        var cms = bundle.file(Names.CHECKPOINT_SIGNATURE);
        var signed =
                seals.own(new Sealed(Names.CHECKPOINT_SIGNATURE, cms, Reason.CHECKPOINT_SIGNATURE), head.signedAt());
        Doubt.unlessEqual(
                Reason.CHECKPOINT_SIGNATURE, Names.CHECKPOINT, Sm3.of(signed), Sm3.of(bundle.file(Names.CHECKPOINT)));
        return head;
    }

    /** A timestamp is asked of no checkpoint, but one that is there must hold. */
    void isStamped(GatewaySeals seals, Head head, Tally tally) throws Doubt {
        var token = bundle.find(Names.TIMESTAMP);
        if (token.isPresent()) {
            seals.stamped(token.get(), bundle.file(Names.CHECKPOINT_SIGNATURE), head.signedAt());
            tally.signature();
        }
    }
}
