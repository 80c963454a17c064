package org.jianxi.gateway.intake;

import java.util.Locale;

/** Whether a source's files carry the sender's own signature. One that is there is always verified. */
public enum SignaturePolicy {
    NONE,
    OPTIONAL,
    REQUIRED;

    static SignaturePolicy named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
