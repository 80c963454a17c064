package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.jianxi.gateway.signing.Refusal.Reason.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealVerifierTest {

    private static final byte[] CONTENT = "{\"period\":\"2023-06\"}".getBytes(UTF_8);
    private static final byte[] OTHER = "{\"period\":\"2023-07\"}".getBytes(UTF_8);
    private static final String PKCS7_SIGNED = "1.2.840.113549.1.7.2";
    private static final String PKCS7_DATA = "1.2.840.113549.1.7.1";
    private static final String GM_SIGNED = "1.2.156.10197.6.1.4.2.2";

    private static final byte PRINTABLE_STRING = 0x13;
    private static final byte UTF8_STRING = 0x0c;

    @TempDir
    static Path folder;

    private static Signer signer;
    private static Signer stranger;
    private static SealVerifier verifier;

    @BeforeAll
    static void keys() {
        var authority = TestKeys.authority(folder);
        signer = authority.gateway().signer();
        stranger = authority.issue("stranger", "A stranger").signer();
        verifier = new SealVerifier(signer.certificate());
    }

    @Test
    void ourOwnIsGenuineAndHandsOutTheSignedBytes() {
        assertThat(verifier.check(signer.sign(CONTENT), TestKeys.NOW))
                .asInstanceOf(type(Seal.Genuine.class))
                .satisfies(genuine -> assertThat(genuine.content()).isEqualTo(CONTENT));
    }

    @Test
    void oneBesideItsContentIsGenuine() {
        assertThat(verifier.checkDetached(signer.signDetached(CONTENT), CONTENT, TestKeys.NOW)
                        .isGenuine())
                .isTrue();
        assertThat(verifier.checkDetached(signer.sign(CONTENT), CONTENT, TestKeys.NOW)
                        .isGenuine())
                .isTrue();
    }

    @Test
    void theTypesAndNamesOfBothStandardsAreUnderstood() {
        var plain = Forgery.of(CONTENT).withAttributes(null);
        var rfc = Forgery.of(CONTENT)
                .ofTypes(PKCS7_SIGNED, PKCS7_DATA)
                .withAttributes(List.of(Forgery.type(PKCS7_DATA), Forgery.messageDigest(Sm3.hash(CONTENT))));

        for (var name : List.of("1.2.156.10197.1.501", "1.2.156.10197.1.301.1")) {
            for (var kind : List.of(plain, rfc, plain.ofTypes(PKCS7_SIGNED, PKCS7_DATA), Forgery.of(CONTENT))) {
                var cms = kind.naming("1.2.156.10197.1.401", name).signedBy(signer);
                assertThat(verifier.check(cms, TestKeys.NOW).isGenuine())
                        .as(name + kind)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsNotSignedDataIsRefusedAsSuch() {
        for (var junk : List.of(new byte[0], new byte[] {5, 0}, CONTENT, new byte[] {0x30}, nested(50_000))) {
            assertThat(refused(junk)).isEqualTo(NOT_CMS);
        }
        assertThat(refused(Forgery.of(CONTENT).ofTypes(PKCS7_DATA, PKCS7_DATA).signedBy(signer)))
                .isEqualTo(NOT_CMS);
    }

    @Test
    void aByteAfterTheEndIsRefused() {
        var cms = signer.sign(CONTENT);

        assertThat(verifier.check(Arrays.copyOf(cms, cms.length + 1), TestKeys.NOW))
                .isEqualTo(new Seal.Refused(new Refusal(TRAILING_DATA, "0 bytes", "1 bytes")));
    }

    @Test
    void exactlyOneSignerIsAskedFor() {
        assertThat(refused(Forgery.of(CONTENT).withSigners(0).signedBy(signer))).isEqualTo(NO_SIGNER);
        assertThat(refused(Forgery.of(CONTENT).withSigners(2).signedBy(signer))).isEqualTo(MORE_THAN_ONE_SIGNER);
    }

    @Test
    void anEmbeddedCertificateOfTheSameRootIsNoTrust() {
        assertThat(refused(stranger.sign(CONTENT))).isEqualTo(WRONG_CERTIFICATE);
    }

    @Test
    void theCertificateMustBeValidAtTheMomentOfReceipt() {
        var certificate = signer.certificate();
        var cms = signer.sign(CONTENT);

        assertThat(verifier.check(cms, certificate.notAfter()).isGenuine()).isTrue();
        assertThat(reason(verifier.check(cms, certificate.notAfter().plusMillis(1))))
                .isEqualTo(EXPIRED);
        assertThat(verifier.check(cms, certificate.notBefore()).isGenuine()).isTrue();
        assertThat(reason(verifier.check(cms, certificate.notBefore().minusMillis(1))))
                .isEqualTo(NOT_YET_VALID);
    }

    @Test
    void anotherAlgorithmThanTheKeysIsRefusedByName() {
        var shaForSm3 = Forgery.of(CONTENT).naming("2.16.840.1.101.3.4.2.1", "1.2.156.10197.1.501");
        var ecdsaForSm2 = Forgery.of(CONTENT).naming("1.2.156.10197.1.401", "1.2.840.10045.4.3.2");
        var unknown = Forgery.of(CONTENT).naming("1.2.156.10197.1.401", "1.2.3.4.5");

        assertThat(verifier.check(shaForSm3.signedBy(signer), TestKeys.NOW))
                .isEqualTo(new Seal.Refused(
                        new Refusal(WRONG_DIGEST_ALGORITHM, "1.2.156.10197.1.401", "2.16.840.1.101.3.4.2.1")));
        assertThat(refused(ecdsaForSm2.signedBy(signer))).isEqualTo(WRONG_SIGNATURE_ALGORITHM);
        assertThat(refused(unknown.signedBy(signer))).isEqualTo(WRONG_SIGNATURE_ALGORITHM);
    }

    @Test
    void withoutContentThereIsNothingToVerify() {
        assertThat(refused(signer.signDetached(CONTENT))).isEqualTo(NO_CONTENT);
    }

    @Test
    void aContentInsideThatIsNotTheOneGivenIsRefused() {
        assertThat(reason(verifier.checkDetached(signer.sign(CONTENT), OTHER, TestKeys.NOW)))
                .isEqualTo(OTHER_CONTENT);
    }

    @Test
    void attributesMustHoldTypeAndDigestOnceEach() {
        var type = Forgery.type("1.2.156.10197.6.1.4.2.1");
        var digest = Forgery.messageDigest(Sm3.hash(CONTENT));
        var twoValues = new Attribute(CMSAttributes.messageDigest, new DERSet(new ASN1Encodable[] {
            new DEROctetString(Sm3.hash(CONTENT)), new DEROctetString(Sm3.hash(OTHER))
        }));

        for (var attributes : List.of(
                List.of(type),
                List.of(digest),
                List.<Attribute>of(),
                List.of(type, twoValues),
                List.of(type, digest, Forgery.messageDigest(Sm3.hash(OTHER))),
                List.of(type, digest, Forgery.type(PKCS7_DATA)))) {
            assertThat(refused(Forgery.of(CONTENT).withAttributes(attributes).signedBy(signer)))
                    .isEqualTo(ATTRIBUTES_MISSING);
        }
    }

    @Test
    void anotherTypeThanPlainDataNeedsAttributes() {
        var timestamp = Forgery.of(CONTENT).ofTypes(GM_SIGNED, "1.2.840.113549.1.9.16.1.4");

        assertThat(refused(timestamp.withAttributes(null).signedBy(signer))).isEqualTo(ATTRIBUTES_MISSING);
        assertThat(refused(timestamp.signedBy(signer))).isEqualTo(WRONG_CONTENT_TYPE);
    }

    /** The signed attributes of one signature, offered as the content of another: the signature fits both. */
    @Test
    void aSignersAttributesAreNoContent() throws IOException {
        var attributes = new DERSet(
                new ASN1Encodable[] {Forgery.type("1.2.156.10197.6.1.4.2.1"), Forgery.messageDigest(Sm3.hash(CONTENT))
                });
        var swapped = Forgery.of(attributes.getEncoded("DER")).withAttributes(null);

        assertThat(refused(swapped.signedBy(signer))).isEqualTo(ATTRIBUTES_MISSING);
    }

    @Test
    void aContentThatWasChangedIsRefused() {
        assertThat(reason(verifier.checkDetached(signer.signDetached(CONTENT), OTHER, TestKeys.NOW)))
                .isEqualTo(DIGEST_DIFFERS);
        assertThat(refused(Forgery.of(CONTENT).withContent(OTHER).signedBy(signer)))
                .isEqualTo(DIGEST_DIFFERS);
        var plain =
                Forgery.of(CONTENT).withAttributes(null).withContent(CONTENT).signedBy(signer);
        plain[indexOf(plain, CONTENT) + 14] ^= 1;
        assertThat(refused(plain)).isEqualTo(SIGNATURE_WRONG);
    }

    /** Version numbers, the outer list of digests, the certificate inside and a name's kinds of string say nothing that we believe. */
    @Test
    void anyByteChangedAndItIsNoLongerGenuine() {
        var cms = signer.signDetached(CONTENT);
        var certificate = signer.certificate().der();
        var digests = HexFormat.of().parseHex("310c300a06082a811ccf55018311");
        var signersVersion = HexFormat.of().parseHex("020101306030");
        var believed = new BitSet();
        believed.set(0, cms.length);
        believed.clear(indexOf(cms, certificate) - 4, indexOf(cms, certificate) + certificate.length);
        believed.clear(indexOf(cms, digests) - 1, indexOf(cms, digests) + digests.length);
        believed.clear(indexOf(cms, signersVersion) + 2);
        IntStream.range(indexOf(cms, signersVersion), cms.length - 150)
                .filter(at -> cms[at] == PRINTABLE_STRING || cms[at] == UTF8_STRING)
                .forEach(believed::clear);

        believed.stream().forEach(at -> {
            var changed = cms.clone();
            changed[at] ^= 1;
            assertThat(verifier.checkDetached(changed, CONTENT, TestKeys.NOW).isGenuine())
                    .as("byte " + at)
                    .isFalse();
        });
    }

    /** Bouncy Castle reads names late and throws unchecked then: found by flipping every bit of a signature. */
    @Test
    void noBitFlippedAnywhereMakesItThrow() {
        var cms = signer.sign(CONTENT);
        for (var bit = 0; bit < cms.length * 8; bit++) {
            var changed = cms.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.check(changed, TestKeys.NOW)).as("bit " + bit).isNotNull();
        }
    }

    @Test
    void noTruncationIsGenuine() {
        var cms = signer.sign(CONTENT);
        for (var length = 0; length < cms.length; length++) {
            assertThat(verifier.check(Arrays.copyOf(cms, length), TestKeys.NOW).isGenuine())
                    .isFalse();
        }
    }

    @Test
    void aRefusalSaysInBothLanguagesWhatWasExpectedAndFound() {
        var message = new Refusal(NO_SIGNER, "1", "0").message();

        assertThat(message.zh()).isEqualTo("没有签名者；应为 1，实为 0");
        assertThat(message.en()).isEqualTo("nobody signed; expected 1, found 0");
    }

    @Test
    void theWireNamesStay() {
        assertThat(Arrays.stream(values()).map(Refusal.Reason::wireName))
                .containsExactly(
                        "not-cms",
                        "trailing-data",
                        "no-signer",
                        "more-than-one-signer",
                        "wrong-certificate",
                        "certificate-not-yet-valid",
                        "certificate-expired",
                        "wrong-digest-algorithm",
                        "wrong-signature-algorithm",
                        "no-content",
                        "other-content",
                        "attributes-missing",
                        "wrong-content-type",
                        "digest-differs",
                        "signature-wrong",
                        "not-as-we-write-it",
                        "not-granted",
                        "not-a-timestamp",
                        "wrong-imprint",
                        "wrong-nonce",
                        "time-absurd",
                        "unknown-issuer",
                        "issuer-signature-wrong",
                        "wrong-usage",
                        "certificate-revoked");
    }

    private Refusal.Reason refused(byte[] cms) {
        return reason(verifier.check(cms, TestKeys.NOW));
    }

    private static Refusal.Reason reason(Seal seal) {
        return switch (seal) {
            case Seal.Refused(var refusal) -> refusal.reason();
            case Seal.Genuine genuine -> throw new AssertionError("Genuine: " + new String(genuine.content(), UTF_8));
        };
    }

    private static byte[] nested(int depth) {
        var bytes = new byte[2 * depth];
        for (var at = 0; at < bytes.length; at += 2) {
            bytes[at] = 0x30;
            bytes[at + 1] = (byte) 0x80;
        }
        return bytes;
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (var at = 0; at + part.length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("Not in there");
    }
}
