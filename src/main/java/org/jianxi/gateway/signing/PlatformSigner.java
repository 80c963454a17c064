package org.jianxi.gateway.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.util.Optional;

/**
 * Asks a provider of the Java platform for each signature: its own code, or the driver of a device that keeps the key.
 *
 * @param provider the platform's first choice when empty
 */
record PlatformSigner(String algorithm, PrivateKey key, Optional<Provider> provider) implements BareSigner {

    static PlatformSigner ofPlatform(Algorithm algorithm, PrivateKey key) {
        return new PlatformSigner(algorithm.platformName(), key, Optional.empty());
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = provider.isPresent()
                    ? Signature.getInstance(algorithm, provider.get())
                    : Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException failed) {
            throw new KeyProblem("The key does not sign", failed);
        }
    }

    @Override
    public String toString() {
        return "PlatformSigner[" + algorithm + "]";
    }
}
