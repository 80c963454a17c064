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

    /** Whether nobody on the way can read the key: TLS, or this machine alone. */
    public static boolean isSafe(URI url) {
        var host = url.getHost();
        return host != null
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme())
                                && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"))));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return registry + " at " + url;
    }
}
