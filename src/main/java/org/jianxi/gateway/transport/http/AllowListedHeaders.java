package org.jianxi.gateway.transport.http;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The only headers that pass a door, inwards and outwards. An allow-list, as headers that steer Camel's components have kept
 * being found that no deny-list knew (CVE-2025-27636 and its family).
 */
final class AllowListedHeaders implements HeaderFilterStrategy {

    static final Set<String> INWARDS = namesIgnoringCase(
            "Content-Type",
            "Content-Length",
            "Authorization",
            "Idempotency-Key",
            "Signature-CMS",
            "Prefer",
            "Accept",
            "Accept-Language");
    private static final Set<String> OUTWARDS = namesIgnoringCase(
            "Content-Type",
            "Location",
            "Idempotent-Replay",
            "Preference-Applied",
            "WWW-Authenticate",
            "Retry-After",
            "Cache-Control",
            "Connection");

    @Override
    public boolean applyFilterToCamelHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !OUTWARDS.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !INWARDS.contains(name);
    }

    private static Set<String> namesIgnoringCase(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
