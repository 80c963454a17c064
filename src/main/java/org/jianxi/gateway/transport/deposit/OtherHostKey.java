package org.jianxi.gateway.transport.deposit;

import org.jianxi.gateway.pulling.TurnFailed;

/** Whoever answers at the address is not the server that was meant. Nothing was sent and no login was tried. */
public final class OtherHostKey extends TurnFailed {

    private static final long serialVersionUID = 1L;

    /** @param shown the fingerprint of the key that was shown */
    OtherHostKey(String shown) {
        super("its server shows another key than the pinned one: " + shown);
    }
}
