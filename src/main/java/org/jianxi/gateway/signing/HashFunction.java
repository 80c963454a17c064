package org.jianxi.gateway.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of 32 bytes over the given parts, one after another. Trees take it as a value, so public vectors run on our code. */
@FunctionalInterface
public interface HashFunction {

    /** How many bytes every hash here has. */
    int BYTES = 32;

    /** What the gateway uses everywhere (GB/T 32905). */
    HashFunction SM3 = Sm3::hash;

    /** What the rest of the world uses; the RFC 9162 vectors are made with it. */
    HashFunction SHA_256 = HashFunction::sha256;

    byte[] hash(byte[]... parts);

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
