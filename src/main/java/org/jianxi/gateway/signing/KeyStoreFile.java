package org.jianxi.gateway.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * One key with its certificates as they lie in a PKCS#12 file. Only here does the Java platform's own key store interface appear:
 * it reads the files of other makers, and Bouncy Castle stands behind it without being registered for the whole process.
 *
 * @param chain the key's own certificate first, then its issuers
 */
record KeyStoreFile(FileKey key, List<SigningCertificate> chain) {

    /** Few, because the passwords we write under are 24 random bytes; Bouncy Castle's own count takes seconds a file. */
    private static final int ITERATIONS = 2048;

    private static final int MARK_BYTES = 20;
    private static final AlgorithmIdentifier HMAC_SHA_256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    KeyStoreFile {
        chain = List.copyOf(chain);
    }

    /** Throws {@link KeyProblem} for a wrong password, and for another kind of file or of key. */
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
        var chain = new ArrayList<SigningCertificate>();
        for (var certificate : certificates) {
            chain.add(SigningCertificate.parse(certificate.getEncoded()));
        }
        if (chain.isEmpty()) {
            throw new KeyProblem("No certificate in the key store");
        }
        return new KeyStoreFile(key(found.getEncoded(), chain.getFirst()), chain);
    }

    private static FileKey key(byte[] pkcs8, SigningCertificate certificate) throws IOException {
        return certificate.algorithm() == Algorithm.SM2
                ? sm2(PrivateKeyFactory.createKey(pkcs8))
                : PlatformKey.of(pkcs8, certificate.publicKey());
    }

    private static Sm2Key sm2(AsymmetricKeyParameter key) {
        if (key instanceof ECPrivateKeyParameters secret
                && secret.getParameters().getCurve().equals(Sm2.CURVE.getCurve())) {
            return Sm2Key.of(secret.getD());
        }
        throw new KeyProblem("The key store's key is not an SM2 key");
    }

    byte[] write(char[] password) {
        try {
            return new PKCS12PfxPduBuilder()
                    .addData(named(new PKCS12SafeBagBuilder(key.privateKeyInfo(), encryptor(password))))
                    .addEncryptedData(encryptor(password), certificateBags())
                    .build(
                            new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), SHA_256).setIterationCount(ITERATIONS),
                            password)
                    .getEncoded(ASN1Encoding.DER);
        } catch (OperatorCreationException | PKCSException | IOException failed) {
            throw new KeyProblem("The key store cannot be written", failed);
        }
    }

    /** One for each part, because it holds the part's own salt and initial vector. */
    private static OutputEncryptor encryptor(char[] password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPRF(HMAC_SHA_256)
                .setIterationCount(ITERATIONS)
                .build(password);
    }

    private PKCS12SafeBag[] certificateBags() throws IOException {
        var bags = new ArrayList<PKCS12SafeBag>();
        for (var certificate : chain) {
            var bag = new PKCS12SafeBagBuilder(certificate.holder());
            bags.add(bags.isEmpty() ? named(bag) : bag.build());
        }
        return bags.toArray(PKCS12SafeBag[]::new);
    }

    /** Readers pair a key with its certificate by this mark on both. */
    private PKCS12SafeBag named(PKCS12SafeBagBuilder bag) {
        var mark = Arrays.copyOf(chain.getFirst().fingerprint().bytes(), MARK_BYTES);
        return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString("signer"))
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(mark))
                .build();
    }
}
