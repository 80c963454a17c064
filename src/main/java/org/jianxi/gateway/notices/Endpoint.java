package org.jianxi.gateway.notices;

import java.net.URI;
import java.util.List;

/**
 * Where a source takes its notices.
 *
 * @param secrets {@code whsec_} and base64, or base64 alone: one, or two while the receiver changes over; each signs
 */
public record Endpoint(URI url, List<String> secrets) {

    public Endpoint {
        secrets = List.copyOf(secrets);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return url.toString();
    }
}
