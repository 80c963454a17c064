package org.jianxi.gateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a registry's sandbox answers. */
record RegistryReply(int status, Map<String, String> headers, byte[] body) {

    static RegistryReply json(int status, byte[] body) {
        return new RegistryReply(status, Map.of("Content-Type", "application/json"), body);
    }

    static RegistryReply text(int status, String text) {
        return new RegistryReply(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }
}
