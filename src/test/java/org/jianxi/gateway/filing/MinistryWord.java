package org.jianxi.gateway.filing;

import java.nio.file.Path;
import java.util.Map;

/** A ministry that says of a message of ours what a test has it say, signed as the real one signs. */
public final class MinistryWord {

    private final Ministry ministry;
    private int said;

    public MinistryWord(Path folder) {
        this.ministry = new Ministry(folder);
    }

    /** @param verdict {@code accepted} or {@code rejected} */
    public SignedAcknowledgement of(MinistryMessage message, String verdict) {
        said++;
        return ministry.acknowledgement(
                message, Map.of("acknowledgementId", "ACK-" + said, "verdict", verdict), "ministry");
    }

    public AcknowledgementVerifier verifier() {
        return ministry.verifier();
    }
}
