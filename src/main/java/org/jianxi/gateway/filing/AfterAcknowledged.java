package org.jianxi.gateway.filing;

/** Told of each acknowledgement once, in the transaction that records it: what fails here undoes the recording. */
@FunctionalInterface
public interface AfterAcknowledged {

    void recorded(MinistryMessage message, Acknowledgement acknowledgement, SignedAcknowledgement signed);
}
