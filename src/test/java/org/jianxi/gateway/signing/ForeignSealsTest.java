package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
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

    @Test
    void gmsslsMiddleCertificateIsIssuedByItsRoot() throws IOException {
        try (var pem = new PemReader(new InputStreamReader(
                new ByteArrayInputStream(Corpus.bytes("crypto/sm2/gmssl-chain.p7.pem")), StandardCharsets.US_ASCII))) {
            var bundle = SignedData.getInstance(
                    ContentInfo.getInstance(pem.readPemObject().getContent()).getContent());
            var root = certificate(bundle, 0);
            var middle = certificate(bundle, 1);

            assertThat(root.isIssuedBy(root)).isTrue();
            assertThat(middle.isIssuedBy(root)).isTrue();
            assertThat(root.isIssuedBy(middle)).isFalse();
        }
    }

    private static SigningCertificate embeddedIn(byte[] cms) throws IOException {
        return certificate(SignedData.getInstance(ContentInfo.getInstance(cms).getContent()), 0);
    }

    private static SigningCertificate certificate(SignedData data, int at) throws IOException {
        return SigningCertificate.parse(
                data.getCertificates().getObjectAt(at).toASN1Primitive().getEncoded());
    }
}
