package org.jianxi.gateway.signing;

import java.util.Set;

/** The public half of a pinned certificate: which algorithms may name it, and what it can tell about a signature. */
interface VerifyingKey {

    HashFunction digest();

    /** Object identifiers that a signature may give for its digest. */
    Set<String> digestIds();

    /** Object identifiers that a signature may give for itself. */
    Set<String> signatureIds();

    /** False, never an exception, for a malformed signature. */
    boolean verifies(byte[] message, byte[] signature);
}
