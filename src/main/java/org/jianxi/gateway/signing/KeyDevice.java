package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key that stays in a device: a PKCS#11 token, or whatever a vendor's provider for the Java platform stands in front of.
 *
 * @param keyStoreType how the provider calls its store, {@code PKCS11} for tokens
 * @param alias the key's label
 */
public record KeyDevice(Provider provider, String keyStoreType, String alias) {

    /** A token through the platform's own PKCS#11 bridge, for RSA and ECDSA keys; {@code configuration} names library and slot. */
    public static KeyDevice pkcs11(Path configuration, String alias) {
        try {
            var bridge = Optional.ofNullable(Security.getProvider("SunPKCS11"))
                    .orElseThrow(() -> new KeyProblem("This Java platform has no PKCS#11 bridge"));
            return new KeyDevice(bridge.configure(configuration.toString()), "PKCS11", alias);
        } catch (InvalidParameterException | ProviderException unusable) {
            throw new KeyProblem("The PKCS#11 configuration " + configuration, unusable);
        }
    }

    /** A vendor's provider, by the name of its class; its jar lies on the class path. */
    public static KeyDevice of(String providerClass, String keyStoreType, String alias) {
        try {
            var provider = Class.forName(providerClass)
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance();
            return new KeyDevice(provider, keyStoreType, alias);
        } catch (ReflectiveOperationException | ClassCastException unusable) {
            throw new KeyProblem("The provider " + providerClass + " cannot be made", unusable);
        }
    }

    /** Logs in and signs once for trial. Throws {@link KeyProblem}, also for a certificate that is not the key's. */
    public KeyRing open(char[] pin) {
        try {
            var store = KeyStore.getInstance(keyStoreType, provider);
            store.load(null, pin);
            return ring(store, pin);
        } catch (GeneralSecurityException | IOException | ProviderException unusable) {
            throw new KeyProblem("The device cannot be opened", unusable);
        }
    }

    private KeyRing ring(KeyStore store, char[] pin) throws GeneralSecurityException {
        if (!(store.getKey(alias, pin) instanceof PrivateKey key)) {
            throw new KeyProblem("The device has no private key called " + alias);
        }
        var chain = new ArrayList<SigningCertificate>();
        for (var certificate : Optional.ofNullable(store.getCertificateChain(alias))
                .orElseThrow(() -> new KeyProblem("The device has no certificate called " + alias))) {
            chain.add(SigningCertificate.parse(certificate.getEncoded()));
        }
        var certificate = chain.getFirst();
        var signer = new PlatformSigner(certificate.algorithm().platformName(), key, Optional.of(provider));
        return KeyRing.tried(List.copyOf(chain), signer);
    }
}
