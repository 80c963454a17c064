package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one receiver alone opens (RFC 5652 §6). That OpenSSL opens it too is seen where a list is handed over. */
class EnvelopeTest {

    private static final byte[] CONTENT = "姓名,手机号码".getBytes(UTF_8);

    private final Envelope envelope = new Envelope(new SecureRandom());

    @Test
    void itsReceiverOpensItAndNobodyElse() throws Exception {
        var keys = keys("RSA", 2048);
        var sealed = new CMSEnvelopedData(envelope.seal(CONTENT, certificate(keys, "SHA256withRSA")));
        var recipient = sealed.getRecipientInfos().iterator().next();

        assertThat(recipient.getContent(new JceKeyTransEnvelopedRecipient(keys.getPrivate())))
                .isEqualTo(CONTENT);
        assertThat(sealed.getEncryptionAlgOID()).as("AES-256-CBC").isEqualTo("2.16.840.1.101.3.4.1.42");
        assertThat(recipient.getKeyEncryptionAlgOID()).as("RSAES-OAEP").isEqualTo("1.2.840.113549.1.1.7");
        var other = keys("RSA", 2048);
        assertThatThrownBy(() -> recipient.getContent(new JceKeyTransEnvelopedRecipient(other.getPrivate())));
    }

    @Test
    void theSameContentTwiceIsNeverTheSameBytes() throws Exception {
        var receiver = certificate(keys("RSA", 2048), "SHA256withRSA");

        assertThat(envelope.seal(CONTENT, receiver)).isNotEqualTo(envelope.seal(CONTENT, receiver));
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024, SHA256withRSA", "EC, 256, SHA256withECDSA"})
    void aKeyThatIsTooShortOrOfAnotherKindIsRefused(String kind, int bits, String signature) throws Exception {
        var receiver = certificate(keys(kind, bits), signature);

        assertThat(Envelope.opensFor(receiver)).isFalse();
        assertThatThrownBy(() -> envelope.seal(CONTENT, receiver)).isInstanceOf(KeyProblem.class);
    }

    private static KeyPair keys(String kind, int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static SigningCertificate certificate(KeyPair keys, String signature) throws Exception {
        var name = new X500Name("CN=receiver of the test");
        var until = TestKeys.NOW.plus(Duration.ofDays(365));
        var holder = new JcaX509v3CertificateBuilder(
                        name, BigInteger.ONE, Date.from(TestKeys.NOW), Date.from(until), name, keys.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()));
        return SigningCertificate.parse(holder.getEncoded());
    }
}
