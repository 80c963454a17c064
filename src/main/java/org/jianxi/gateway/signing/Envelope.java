package org.jianxi.gateway.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/**
 * Bytes for one receiver alone: EnvelopedData (RFC 5652 §6) with AES-256, its key by RSAES-OAEP with SHA-256. What programs everywhere
 * open; no program of theirs opens one for an SM2 key.
 */
public record Envelope(SecureRandom random) {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final int LEAST_BITS = 2048;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /** Whether an envelope can be made for its key: RSA of 2048 bits or more. */
    public static boolean opensFor(SigningCertificate receiver) {
        try {
            return receiver.algorithm() == Algorithm.RSA
                    && certificate(receiver).getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= LEAST_BITS;
        } catch (KeyProblem | GeneralSecurityException unusable) {
            return false;
        }
    }

    /** DER. The same content twice is never the same bytes. Throws {@link KeyProblem} where none can be made for its key. */
    public byte[] seal(byte[] content, SigningCertificate receiver) {
        if (!opensFor(receiver)) {
            throw new KeyProblem("An envelope needs an RSA key of 2048 bits or more");
        }
        try {
            var generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(to(certificate(receiver)));
            var encryptor = new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                    .setProvider(PROVIDER)
                    .setSecureRandom(random)
                    .build();
            return generator
                    .generate(new CMSProcessableByteArray(content), encryptor)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | CMSException | IOException impossible) {
            throw new KeyProblem("No envelope can be made for that certificate", impossible);
        }
    }

    private static RecipientInfoGenerator to(X509Certificate receiver) throws GeneralSecurityException {
        var oaep =
                new JcaAlgorithmParametersConverter().getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP);
        return new JceKeyTransRecipientInfoGenerator(receiver, oaep).setProvider(PROVIDER);
    }

    private static X509Certificate certificate(SigningCertificate receiver) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(receiver.holder());
    }
}
