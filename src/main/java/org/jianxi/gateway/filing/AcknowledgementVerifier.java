package org.jianxi.gateway.filing;

import java.time.Instant;
import org.jianxi.gateway.signing.Seal;
import org.jianxi.gateway.signing.SealVerifier;

/** Says whether what came back is the ministry's acknowledgement of a given message. The first reason against it is the answer. */
public final class AcknowledgementVerifier {

    private final SealVerifier ministry;

    /** @param ministry pinned to the ministry's certificate */
    public AcknowledgementVerifier(SealVerifier ministry) {
        this.ministry = ministry;
    }

    /** Signed by the ministry and readable; whose message it speaks of is not yet looked at. */
    public Checked verify(SignedAcknowledgement signed, Instant at) {
        return switch (ministry.checkDetached(signed.signature(), signed.content(), at)) {
            case Seal.Refused refused ->
                new Checked.Wrong(
                        Fault.BAD_SIGNATURE, refused.refusal().message().en());
            case Seal.Genuine genuine ->
                Acknowledgement.parse(genuine.content())
                        .<Checked>map(Checked.Genuine::new)
                        .orElseGet(() -> new Checked.Wrong(Fault.UNREADABLE, "signed, but no acknowledgement"));
        };
    }

    /** The same, and of exactly this message. */
    public Checked verify(SignedAcknowledgement signed, MinistryMessage message, Instant at) {
        return switch (verify(signed, at)) {
            case Checked.Wrong wrong -> wrong;
            case Checked.Genuine genuine -> compare(genuine, message);
        };
    }

    private static Checked compare(Checked.Genuine genuine, MinistryMessage message) {
        var acknowledgement = genuine.acknowledgement();
        if (!acknowledgement.messageId().equals(message.messageId())) {
            return new Checked.Wrong(
                    Fault.OTHER_MESSAGE, "expected " + message.messageId() + ", found " + acknowledgement.messageId());
        }
        if (!acknowledgement.digest().equals(message.digest())) {
            return new Checked.Wrong(
                    Fault.OTHER_CONTENT, "expected digest " + message.digest() + ", found " + acknowledgement.digest());
        }
        return genuine;
    }

    /** What came of looking at it. */
    public sealed interface Checked {

        record Genuine(Acknowledgement acknowledgement) implements Checked {}

        record Wrong(Fault fault, String detail) implements Checked {}
    }

    /** In the order in which they are looked for. The wire names stand in incidents. */
    public enum Fault {
        BAD_SIGNATURE("acknowledgement-bad-signature"),
        UNREADABLE("acknowledgement-unreadable"),
        OTHER_MESSAGE("acknowledgement-other-message"),
        OTHER_CONTENT("acknowledgement-other-content");

        private final String wireName;

        Fault(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
