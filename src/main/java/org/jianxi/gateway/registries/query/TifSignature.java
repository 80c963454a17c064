package org.jianxi.gateway.registries.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four headers by which callers name themselves on several provinces' platforms: {@code x-tif-paasid}, {@code x-tif-timestamp} in
 * seconds, {@code x-tif-nonce}, and as {@code x-tif-signature} SHA-256 over timestamp, token, nonce and timestamp in hexadecimal.
 */
final class TifSignature {

    private TifSignature() {}

    /**
     * @param id whom the platform knows us as
     * @param token the secret it gave us
     * @param nonce another one for each call
     */
    static Map<String, String> headers(String id, String token, String nonce, Instant now) {
        var timestamp = Long.toString(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-tif-paasid", id);
        headers.put("x-tif-timestamp", timestamp);
        headers.put("x-tif-nonce", nonce);
        headers.put("x-tif-signature", hash(timestamp + token + nonce + timestamp));
        return headers;
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
