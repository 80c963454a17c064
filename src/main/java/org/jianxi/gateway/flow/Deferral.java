package org.jianxi.gateway.flow;

/** Where a door brings a delivery whose caller does not wait for the verdict. */
public interface Deferral {

    /** Whether it may be kept for later: only what can be decided. */
    boolean takes(Delivery delivery);

    /**
     * Keeps the delivery, byte for byte, in one transaction with all that was said beside it. Never throws for what a sender can do.
     *
     * @param holder whose key brought it; asked again before it is read
     */
    Deferred keep(Delivery delivery, String holder);
}
