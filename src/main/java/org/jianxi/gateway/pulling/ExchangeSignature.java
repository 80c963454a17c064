package org.jianxi.gateway.pulling;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianxi.gateway.intake.Authorization;

/**
 * The four headers by which callers name themselves on the national data exchange platform (国家共享交换平台): requester,
 * service, time in milliseconds, and HMAC-SHA256 over the three under the key both sides hold, in base64.
 */
public final class ExchangeSignature {

    private static final String PREFIX = "gjgxjhpt_";
    private static final String ALGORITHM = "HmacSHA256";

    private ExchangeSignature() {}

    /** @param now the moment the platform judges the request's age by */
    public static Map<String, String> headers(Authorization.Exchange caller, String key, Instant now) {
        var parts = Map.of(
                "rid", caller.rid(),
                "sid", caller.sid(),
                "rtime", Long.toString(now.toEpochMilli()));
        var signed = caller.order().stream().map(parts::get).collect(Collectors.joining());
        var headers = new LinkedHashMap<String, String>();
        parts.forEach((name, value) -> headers.put(PREFIX + name, value));
        headers.put(PREFIX + "sign", sign(signed, key));
        return headers;
    }

    private static String sign(String text, String key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
