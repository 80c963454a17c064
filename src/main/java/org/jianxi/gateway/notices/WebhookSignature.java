package org.jianxi.gateway.notices;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three headers of the Standard Webhooks scheme: id, moment of this try, and HMAC-SHA256 over both and the body. */
public final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private WebhookSignature() {}

    /**
     * @param secrets each makes a signature of its own; a receiver is content with one
     * @throws IllegalArgumentException when a secret is not 24 to 64 bytes in base64; the message does not repeat it
     */
    public static Map<String, String> headers(String id, byte[] body, List<String> secrets, Instant now) {
        var text = new String(body, StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                secrets.stream().map(secret -> sign(secret, id, now, text)).collect(Collectors.joining(" ")));
        return headers;
    }

    private static String sign(String secret, String id, Instant now, String text) {
        try {
            return new Webhook(key(secret)).sign(id, now.getEpochSecond(), text);
        } catch (EmptyWebhookSecretException | WebhookSigningException unusable) {
            throw new IllegalArgumentException("the secret cannot sign", unusable);
        }
    }

    private static byte[] key(String secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("the secret is not base64");
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("the secret must be 24 to 64 bytes in base64");
        }
        return key;
    }
}
