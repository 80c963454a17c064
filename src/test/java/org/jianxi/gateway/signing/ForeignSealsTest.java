package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures that other makers' toolkits wrote. */
class ForeignSealsTest {

    /** Within the certificate of the CFCA files. */
    private static final Instant THEN = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void cfcasSignatureWithContentVerifies() throws IOException {
        var cms = Corpus.bytes("crypto/sm2/cfca-sadk-attached.p7.der");

        assertThat(new SealVerifier(embeddedIn(cms)).check(cms, THEN)).isInstanceOf(Seal.Genuine.class);
    }

    @Test
    void cfcasSignatureBesideContentVerifies() throws IOException {
        var cms = Corpus.bytes("crypto/sm2/cfca-sadk-detached.p7.der");
        var content = Corpus.bytes("crypto/sm2/cfca-sadk-content.bin");
        var verifier = new SealVerifier(embeddedIn(cms));

        assertThat(verifier.checkDetached(cms, content, THEN).isGenuine()).isTrue();
        content[0] ^= 1;
        assertThat(verifier.checkDetached(cms, content, THEN).isGenuine()).isFalse();
    }

    @Test
    void aSignatureThatNobodyMadeIsRefused() throws IOException {
        var ours = TestKeys.authority(folder).gateway().certificate();

        assertThat(new SealVerifier(ours).check(Corpus.bytes("crypto/sm2/zero-signers.p7.der"), THEN))
                .isEqualTo(new Seal.Refused(new Refusal(Refusal.Reason.NO_SIGNER, "1", "0")));
    }

    /** A bag of certificates has the form of a signature, and nobody has signed it. */
    @Test
    void aBagOfCertificatesIsNoSignature() throws IOException {
        var ours = TestKeys.authority(folder).gateway().certificate();

        assertThat(new SealVerifier(ours).check(pem("crypto/sm2/gmssl-chain.p7.pem"), THEN))
                .isEqualTo(new Seal.Refused(new Refusal(Refusal.Reason.NO_SIGNER, "1", "0")));
    }

    @Test
    void anAlgorithmThatNobodyKnowsIsRefusedByName() throws IOException {
        var cms = Corpus.bytes("crypto/sm2/cfca-sadk-detached.p7.der");
        var content = Corpus.bytes("crypto/sm2/cfca-sadk-content.bin");
        var verifier = new SealVerifier(embeddedIn(cms));

        assertThat(verifier.checkDetached(lastWith(cms, "06092a811ccf5501822d01", 10, 0x7e), content, THEN))
                .isEqualTo(new Seal.Refused(new Refusal(
                        Refusal.Reason.WRONG_SIGNATURE_ALGORITHM,
                        "1.2.156.10197.1.301.1 / 1.2.156.10197.1.501",
                        "1.2.156.10197.1.301.126")));
        assertThat(verifier.checkDetached(lastWith(cms, "06082a811ccf55018311", 9, 0x7e), content, THEN))
                .isEqualTo(new Seal.Refused(new Refusal(
                        Refusal.Reason.WRONG_DIGEST_ALGORITHM, "1.2.156.10197.1.401", "1.2.156.10197.1.510")));
    }

    /** Every file of the folder, offered as signature, as content and as certificate, whole and with each bit flipped. */
    @Test
    void nothingThatOthersMadeMakesAnythingThrow() throws IOException {
        var cfca = new SealVerifier(embeddedIn(Corpus.bytes("crypto/sm2/cfca-sadk-attached.p7.der")));
        for (var name : List.of("cfca-sadk-attached.p7.der", "cfca-sadk-detached.p7.der", "zero-signers.p7.der")) {
            var cms = Corpus.bytes("crypto/sm2/" + name);
            for (var bit = 0; bit < cms.length * Byte.SIZE; bit++) {
                var changed = cms.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertThat(cfca.check(changed, THEN)).as(name + " bit " + bit).isNotNull();
            }
        }
        try (var files = Files.list(Corpus.folder("crypto/sm2"))) {
            for (var file : files.toList()) {
                var bytes = Files.readAllBytes(file);
                assertThat(cfca.checkDetached(bytes, bytes, THEN).isGenuine()).isFalse();
                assertThatExceptionOfType(KeyProblem.class)
                        .as(file.toString())
                        .isThrownBy(() -> SigningCertificate.parse(bytes));
            }
        }
    }

    @Test
    void gmsslsMiddleCertificateIsIssuedByItsRoot() throws IOException {
        var bundle = SignedData.getInstance(
                ContentInfo.getInstance(pem("crypto/sm2/gmssl-chain.p7.pem")).getContent());
        var root = certificate(bundle, 0);
        var middle = certificate(bundle, 1);

        assertThat(root.isIssuedBy(root)).isTrue();
        assertThat(middle.isIssuedBy(root)).isTrue();
        assertThat(root.isIssuedBy(middle)).isFalse();
    }

    private static byte[] pem(String name) throws IOException {
        try (var pem = new PemReader(
                new InputStreamReader(new ByteArrayInputStream(Corpus.bytes(name)), StandardCharsets.US_ASCII))) {
            return pem.readPemObject().getContent();
        }
    }

    /** The bytes with one of the last occurrence of {@code hex} replaced. */
    private static byte[] lastWith(byte[] bytes, String hex, int offset, int replacement) {
        var at = HexFormat.of().formatHex(bytes).lastIndexOf(hex) / 2;
        var changed = bytes.clone();
        changed[at + offset] = (byte) replacement;
        return changed;
    }

    private static SigningCertificate embeddedIn(byte[] cms) throws IOException {
        return certificate(SignedData.getInstance(ContentInfo.getInstance(cms).getContent()), 0);
    }

    private static SigningCertificate certificate(SignedData data, int at) throws IOException {
        return SigningCertificate.parse(
                data.getCertificates().getObjectAt(at).toASN1Primitive().getEncoded());
    }
}
