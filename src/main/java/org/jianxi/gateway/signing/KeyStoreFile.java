package org.jianxi.gateway.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * One SM2 key with its certificates as they lie in a PKCS#12 file. Only here does the Java platform's own key store interface appear:
 * it reads the files of other makers, and Bouncy Castle stands behind it without being registered for the whole process.
 *
 * @param chain the key's own certificate first, then its issuers
 */
record KeyStoreFile(Sm2Key key, List<SigningCertificate> chain) {

    /** Keys under AES-256, certificates under AES-128: the default of old would be RC2 with 40 bits. */
    private static final String WRITTEN_AS = "PKCS12-AES256-AES128";

    private static final String ALIAS = "signer";

    KeyStoreFile {
        chain = List.copyOf(chain);
    }

    /** Throws {@link KeyProblem} for a wrong password, another kind of file or of key, or a certificate of another key. */
    static KeyStoreFile read(byte[] pkcs12, char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
            store.load(new ByteArrayInputStream(pkcs12), password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey found) {
                    return of(found, store.getCertificateChain(alias));
                }
            }
            throw new KeyProblem("No private key in the key store");
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new KeyProblem("The key store cannot be opened", unreadable);
        }
    }

    private static KeyStoreFile of(PrivateKey found, Certificate[] certificates)
            throws GeneralSecurityException, IOException {
        var key = sm2(PrivateKeyFactory.createKey(found.getEncoded()));
        var chain = new ArrayList<SigningCertificate>();
        for (var certificate : certificates) {
            chain.add(SigningCertificate.parse(certificate.getEncoded()));
        }
        if (chain.isEmpty() || !chain.getFirst().isOf(key)) {
            throw new KeyProblem("The key store's certificate is not its key's");
        }
        return new KeyStoreFile(key, chain);
    }

    private static Sm2Key sm2(AsymmetricKeyParameter key) {
        if (key instanceof ECPrivateKeyParameters secret
                && secret.getParameters().getCurve().equals(Sm2.CURVE.getCurve())) {
            return Sm2Key.of(secret.getD());
        }
        throw new KeyProblem("The key store's key is not an SM2 key");
    }

    byte[] write(char[] password) {
        var provider = new BouncyCastleProvider();
        try {
            var store = KeyStore.getInstance(WRITTEN_AS, provider);
            store.load(null, null);
            store.setKeyEntry(ALIAS, privateKey(provider), password, certificates(provider));
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException failed) {
            throw new KeyProblem("The key store cannot be written", failed);
        }
    }

    private PrivateKey privateKey(Provider provider) throws GeneralSecurityException, IOException {
        var encoded =
                PrivateKeyInfoFactory.createPrivateKeyInfo(key.privateKey()).getEncoded();
        return KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private Certificate[] certificates(Provider provider) throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter().setProvider(provider);
        var certificates = new Certificate[chain.size()];
        for (var at = 0; at < certificates.length; at++) {
            certificates[at] = converter.getCertificate(chain.get(at).holder());
        }
        return certificates;
    }
}
