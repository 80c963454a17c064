package org.jianxi.gateway.registries.asking;

import java.net.URI;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * An agent as the asker knows it.
 *
 * @param registry the name that it serves the registry under
 * @param key the asker's, as the registry gave it
 * @param pinned the certificate that its answers must be signed with
 */
public record AgentAddress(String registry, URI url, String key, SigningCertificate pinned) {

    /** Never the key. */
    @Override
    public String toString() {
        return registry + " at " + url;
    }
}
