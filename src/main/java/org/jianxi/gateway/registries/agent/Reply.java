package org.jianxi.gateway.registries.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.signing.CanonicalBytes;

/**
 * What the agent answers.
 *
 * @param status of HTTP
 * @param later when to come again, where that helps
 */
record Reply(int status, byte[] body, Optional<Duration> later) {

    static final int OK = 200;

    static Reply ok(byte[] body) {
        return new Reply(OK, body, Optional.empty());
    }

    /** A problem document (RFC 9457). {@code word} is for programs. */
    static Reply refusal(int status, String word, Bilingual detail) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", "urn:jianxi:agent:" + word);
        tree.put("status", status);
        tree.put("title", word);
        tree.put("detail", detail.zh() + " · " + detail.en());
        return new Reply(status, CanonicalBytes.of(tree), Optional.empty());
    }

    Reply later(Duration wait) {
        return new Reply(status, body, Optional.of(wait));
    }

    boolean isOk() {
        return status == OK;
    }
}
