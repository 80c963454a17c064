package org.jianxi.gateway.registries.blind;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.signing.HashFunction;

/**
 * What a citizen's number comes to under one snapshot's secret: a key for finding and opening this person's entries. Whoever has
 * the number alone, or the snapshot alone, has nothing.
 */
public record PersonKey(byte[] bytes) {

    /** In bytes. */
    public static final int LENGTH = HashFunction.BYTES;

    private static final byte[] DOMAIN = "jianxi-blind-1 person".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTRY = {1};
    private static final byte[] NAME = {2};

    /** @param evaluated 32 bytes, from {@code BlindKey.evaluate} or an opened answer */
    public static PersonKey of(CitizenId citizen, byte[] evaluated) {
        var number = citizen.number().getBytes(StandardCharsets.US_ASCII);
        return new PersonKey(HashFunction.SHA_256.hash(DOMAIN, number, evaluated));
    }

    /** A name in 64 bits that mean nothing without this key. */
    public long nameToken(String comparable) {
        return ByteBuffer.wrap(mac(NAME, comparable.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** 64 bytes that are this person's n-th entry's alone. */
    byte[] stream(int occurrence) {
        return mac(ENTRY, ByteBuffer.allocate(Integer.BYTES).putInt(occurrence).array());
    }

    private byte[] mac(byte[] kind, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(bytes, "HmacSHA512"));
            mac.update(kind);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-512", impossible);
        }
    }

    @Override
    public String toString() {
        return "PersonKey";
    }
}
