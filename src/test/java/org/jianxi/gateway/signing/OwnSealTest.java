package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.jianxi.gateway.signing.Refusal.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we signed ourselves has one spelling, and no byte of it is left unlooked at. */
class OwnSealTest {

    private static final byte[] CONTENT = "{\"period\":\"2023-06\"}".getBytes(UTF_8);

    @TempDir
    static Path folder;

    private static Signer signer;
    private static SealVerifier verifier;

    @BeforeAll
    static void keys() {
        signer = TestKeys.authority(folder).gateway().signer();
        verifier = new SealVerifier(signer.certificate());
    }

    @Test
    void whatTheGatewayWroteIsGenuine() {
        assertThat(attached(signer.sign(CONTENT)).isGenuine()).isTrue();
        assertThat(detached(signer.signDetached(CONTENT)).isGenuine()).isTrue();
    }

    @Test
    void noByteOfASealWithItsContentCanBeChanged() {
        assertEveryFlipIsRefused(signer.sign(CONTENT), OwnSealTest::attached);
    }

    @Test
    void noByteOfASealBesideItsContentCanBeChanged() {
        assertEveryFlipIsRefused(signer.signDetached(CONTENT), OwnSealTest::detached);
    }

    @Test
    void aContentInsideIsAnotherSealThanOneBeside() {
        assertThat(detached(signer.sign(CONTENT)))
                .isInstanceOfSatisfying(
                        Seal.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.NOT_AS_WE_WRITE_IT));
    }

    @Test
    void anotherSpellingOfTheSameIsRefusedAndTheByteNamed() throws IOException {
        var ours = signer.sign(CONTENT);
        var outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(ours));
        var spelledBer = new BERSequence(outer.toArray()).getEncoded(ASN1Encoding.BER);

        assertThat(verifier.check(spelledBer, TestKeys.NOW).isGenuine()).isTrue();
        assertThat(attached(spelledBer))
                .isEqualTo(new Seal.Refused(new Refusal(Reason.NOT_AS_WE_WRITE_IT, "byte 1 = 82", "byte 1 = 80")));
    }

    private static void assertEveryFlipIsRefused(byte[] seal, Function<byte[], Seal> check) {
        var unnoticed = IntStream.range(0, seal.length * Byte.SIZE)
                .filter(bit -> {
                    var changed = seal.clone();
                    changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                    return check.apply(changed).isGenuine();
                })
                .toArray();

        assertThat(unnoticed).isEmpty();
    }

    private static Seal attached(byte[] cms) {
        return verifier.checkOwn(cms, TestKeys.NOW);
    }

    private static Seal detached(byte[] cms) {
        return verifier.checkOwnDetached(cms, CONTENT, TestKeys.NOW);
    }
}
