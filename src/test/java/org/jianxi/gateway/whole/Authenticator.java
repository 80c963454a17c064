package org.jianxi.gateway.whole;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a phone does with the secret it was given: RFC 6238 written down once more, apart from the gateway's. */
record Authenticator(byte[] secret) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** @param typed Base32 in groups */
    static Authenticator of(String typed) {
        var bits = new StringBuilder();
        typed.chars()
                .filter(letter -> letter != ' ')
                .forEach(letter -> bits.append("%5s"
                        .formatted(Integer.toBinaryString(LETTERS.indexOf(letter)))
                        .replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
        }
        return new Authenticator(bytes);
    }

    String code(Instant moment) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        var hash = mac.doFinal(
                ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / 30).array());
        var from = hash[19] & 15;
        return "%06d".formatted((ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff) % 1_000_000);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(secret);
    }
}
