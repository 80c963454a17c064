package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.jianxi.gateway.signing.CertificateIssuer.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own signatures for those who know nothing of SM2. */
class SecondWorldTest {

    private static final byte[] CONTENT = "{\"period\":\"2023-06\"}".getBytes(UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void everyKindOfKeyComesBackFromItsStoreAndSignsWhatOurVerifierTakes(Algorithm algorithm) {
        var signer = KeyRing.of(KeyStoreFile.read(store(algorithm).write(password()), password()), RANDOM)
                .signer();
        var verifier = new SealVerifier(signer.certificate());

        assertThat(signer.certificate().algorithm()).isEqualTo(algorithm);
        assertThat(verifier.checkOwn(signer.sign(CONTENT), TestKeys.NOW).isGenuine())
                .isTrue();
        assertThat(verifier.checkOwnDetached(signer.signDetached(CONTENT), CONTENT, TestKeys.NOW)
                        .isGenuine())
                .isTrue();
        assertThat(verifier.checkDetached(signer.signDetached(CONTENT), new byte[] {1}, TestKeys.NOW)
                        .isGenuine())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ECDSA"})
    void theSecondKindIsWrittenInTheTypesOfRfc5652(Algorithm algorithm) {
        var cms = KeyRing.of(store(algorithm), RANDOM).signer().sign(CONTENT);

        assertThat(ContentInfo.getInstance(cms).getContentType().getId()).isEqualTo("1.2.840.113549.1.7.2");
    }

    @Test
    void aCertificateOfAnotherKeyIsFoundOutAtOpening() {
        var right = store(Algorithm.RSA);
        var swapped = new KeyStoreFile(right.key(), store(Algorithm.RSA).chain());

        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> KeyRing.of(swapped, RANDOM))
                .withMessageContaining("is not its key's");
    }

    @Test
    void aSignerWhoseCertificateCountsNoMoreRefusesToSign() {
        var ring = KeyRing.of(store(Algorithm.SM2), RANDOM);
        var trust = Trust.of(List.of(ring.certificate()), List.of());
        var moment = new AtomicReference<>(TestKeys.NOW);
        var signer = ring.signer().unless(() -> trust.objection(ring.certificate(), moment.get()));

        assertThat(new SealVerifier(ring.certificate())
                        .check(signer.sign(CONTENT), moment.get())
                        .isGenuine())
                .isTrue();
        moment.set(ring.certificate().notAfter().plusSeconds(1));
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> signer.sign(CONTENT))
                .withMessageContaining("had expired");
    }

    private static KeyStoreFile store(Algorithm algorithm) {
        var root = Sm2Key.newKey(RANDOM);
        var key = algorithm.newKey(RANDOM);
        var validity = new Validity(TestKeys.NOW.minusSeconds(60), TestKeys.NOW.plusSeconds(60));
        var certificate = new CertificateIssuer("root", root, RANDOM)
                .vouchFor(new Holder("Jianxi Gateway", Use.GATEWAY), key.publicKeyInfo(), validity);
        return new KeyStoreFile(key, List.of(certificate));
    }

    private static char[] password() {
        return "for this test".toCharArray();
    }
}
