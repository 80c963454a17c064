package org.jianxi.gateway.signing;

import java.util.Optional;

/**
 * Whom the office signs with: its own key for everything, and a second one of another algorithm beside it on what leaves the house,
 * for readers who cannot verify the first.
 */
public record OwnSigners(Signer own, Optional<Signer> second) {

    public static OwnSigners only(Signer own) {
        return new OwnSigners(own, Optional.empty());
    }

    /** The second key's detached signature over the same bytes. */
    public Optional<byte[]> signSecond(byte[] content) {
        return second.map(signer -> signer.signDetached(content));
    }
}
