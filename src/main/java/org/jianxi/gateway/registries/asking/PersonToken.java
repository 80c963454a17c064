package org.jianxi.gateway.registries.asking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianxi.gateway.canonical.CitizenId;

/** A person in the asker's own files: 128 bits that only the asker's secret makes of a number. */
record PersonToken(long first, long second) {

    /** In bytes. */
    static final int LENGTH = 2 * Long.BYTES;

    static PersonToken of(CitizenId citizen, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return of(mac.doFinal(citizen.number().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", impossible);
        }
    }

    /** The first 16 of these bytes. */
    static PersonToken of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new PersonToken(buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(first).putLong(second).array();
    }
}
