package org.jianxi.gateway.signing;

/** A key, certificate or key store of ours that cannot be used, and why. Nothing can be signed until a person mends it. */
public final class KeyProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyProblem(String why) {
        super(why);
    }

    KeyProblem(String why, Throwable cause) {
        super(why + ": " + cause.getMessage(), cause);
    }
}
