package org.jianxi.gateway.signing;

/** What came of looking at a signature: it is the pinned signer's over this content, or the first reason why not. */
public sealed interface Seal {

    /**
     * @param content the bytes that were signed, and the only ones to go on with
     */
    record Genuine(byte[] content) implements Seal {}

    record Refused(Refusal refusal) implements Seal {}

    default boolean isGenuine() {
        return this instanceof Genuine;
    }
}
