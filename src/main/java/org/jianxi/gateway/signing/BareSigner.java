package org.jianxi.gateway.signing;

/** Makes the bare signature over a message, with a key that may lie in a device. Safe for many threads. */
@FunctionalInterface
interface BareSigner {

    /** Throws {@link KeyProblem} when the key cannot be reached just now. */
    byte[] sign(byte[] message);
}
