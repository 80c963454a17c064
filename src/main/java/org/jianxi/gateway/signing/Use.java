package org.jianxi.gateway.signing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose signature a certificate is for. Our own authority writes it into the subject as organizational unit, so that a sender's
 * key can never pass for the gateway's although one root stands behind both. Certificates of authorities that know nothing of us
 * carry no such word and are told apart by being pinned.
 */
public enum Use {
    GATEWAY,
    SENDER,
    OFFICER,
    TIMESTAMP,
    MINISTRY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Use> named(String wireName) {
        return Stream.of(values())
                .filter(use -> use.wireName().equals(wireName))
                .findFirst();
    }
}
