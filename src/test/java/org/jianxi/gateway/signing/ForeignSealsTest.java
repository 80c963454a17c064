package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
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

    private static SigningCertificate embeddedIn(byte[] cms) throws IOException {
        var data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        return SigningCertificate.parse(
                data.getCertificates().getObjectAt(0).toASN1Primitive().getEncoded());
    }
}
