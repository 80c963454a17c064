package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {

    private static final byte[] CONTENT = "{\"period\":\"2023-06\"}".getBytes(UTF_8);

    @TempDir
    static Path folder;

    private static Signer signer;

    @BeforeAll
    static void key() {
        signer = TestKeys.authority(folder).gateway().signer();
    }

    @Test
    void theSignatureHasTheTypesOfGbT35275() {
        var outer = ContentInfo.getInstance(signer.sign(CONTENT));
        var data = SignedData.getInstance(outer.getContent());

        assertThat(outer.getContentType()).isEqualTo(GMObjectIdentifiers.sm2_pkcs7_signedData);
        assertThat(outer.getContentType().getId()).isEqualTo("1.2.156.10197.6.1.4.2.2");
        assertThat(data.getEncapContentInfo().getContentType().getId()).isEqualTo("1.2.156.10197.6.1.4.2.1");
        assertThat(data.getVersion().intValueExact()).isEqualTo(1);
        assertThat(data.getCertificates().size()).isEqualTo(1);
    }

    @Test
    void itIsDerThroughout() throws Exception {
        var cms = signer.sign(CONTENT);

        assertThat(ASN1Primitive.fromByteArray(cms).getEncoded("DER")).isEqualTo(cms);
    }

    @Test
    void bouncyCastlesOwnVerifierAcceptsIt() throws Exception {
        var cms = new CMSSignedData(signer.sign(CONTENT));
        var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(signer.certificate().holder());

        assertThat(cms.getSignerInfos().getSigners())
                .singleElement()
                .satisfies(one -> assertThat(one.verify(verifier)).isTrue());
        assertThat((byte[]) cms.getSignedContent().getContent()).isEqualTo(CONTENT);
    }

    @Test
    void theBareSignatureIsTwoIntegersInDer() {
        var signature = signer.signature(CONTENT);

        assertThat(ASN1Sequence.getInstance(signature).size()).isEqualTo(2);
        assertThat(signer.certificate().verifyingKey().verifies(CONTENT, signature))
                .isTrue();
        assertThat(signer.certificate().verifyingKey().verifies(new byte[0], signature))
                .isFalse();
    }

    /** The same nonce twice gives the private key away; r differs wherever the nonce does. */
    @Test
    void noTwoOfTenThousandSignaturesShareTheirFirstNumber() {
        var seen = new HashSet<Object>();
        for (var at = 0; at < 10_000; at++) {
            seen.add(ASN1Sequence.getInstance(signer.signature(CONTENT)).getObjectAt(0));
        }

        assertThat(seen).hasSize(10_000);
    }

    @Test
    void manyThreadsSignAtOnceAndEachGetsItsOwn() throws Exception {
        var key = signer.certificate().verifyingKey();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(IntStream.range(0, 500)
                    .<Callable<Boolean>>mapToObj(at -> () -> {
                        var message = ("message " + at).getBytes(UTF_8);
                        return key.verifies(message, signer.signature(message));
                    })
                    .toList());
            for (var result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }
}
