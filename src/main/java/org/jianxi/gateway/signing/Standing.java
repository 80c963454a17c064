package org.jianxi.gateway.signing;

import java.util.List;

/** What a certificate was worth at one moment, as far as the given roots and revocation lists tell. */
public sealed interface Standing {

    /**
     * @param path the certificate, then its issuers up to a trusted one
     */
    record Trusted(List<SigningCertificate> path) implements Standing {
        public Trusted {
            path = List.copyOf(path);
        }
    }

    record Refused(Refusal refusal) implements Standing {}

    default boolean isTrusted() {
        return this instanceof Trusted;
    }
}
