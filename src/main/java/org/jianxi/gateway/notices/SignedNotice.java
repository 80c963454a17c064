package org.jianxi.gateway.notices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A message as it goes over the wire once: the body, and the headers signed for this try. */
public record SignedNotice(Map<String, String> headers, byte[] body) {

    /** What tells an integrator that address, secret and signature are right. */
    public static SignedNotice ping(String id, List<String> secrets, Instant now) {
        var body = "{\"type\":\"ping\",\"timestamp\":\"%s\",\"data\":{}}"
                .formatted(now)
                .getBytes(StandardCharsets.UTF_8);
        return new SignedNotice(WebhookSignature.headers(id, body, secrets, now), body);
    }

    static SignedNotice of(Notice notice, List<String> secrets, Instant now) {
        return new SignedNotice(WebhookSignature.headers(notice.id(), notice.body(), secrets, now), notice.body());
    }
}
