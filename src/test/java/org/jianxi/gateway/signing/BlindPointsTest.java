package org.jianxi.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindPointsTest {

    private static final String RFC_DOMAIN = "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** RFC 9380, appendix J.1.1. {@code q128} and {@code a512} are followed by as many letters. */
    @ParameterizedTest
    @CsvSource({
        "'',2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4,8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415",
        "abc,0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f,5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e",
        "abcdef0123456789,65038ac8f2b1def042a5df0b33b1f4eca6bff7cb0f9c6c1526811864e544ed80,cad44d40a656e7aff4002a8de287abc8ae0482b5ae825822bb870d6df9b56ca3",
        "q128_,4be61ee205094282ba8a2042bcb48d88dfbb609301c49aa8b078533dc65a0b5d,98f8df449a072c4721d241a3b1236d3caccba603f916ca680f4539d2bfb3c29e",
        "a512_,457ae2981f70ca85d8e24c308b14db22f3e3862c5ea0f652ca38b5e49cd64bc5,ecb9f0eadc9aeed232dabc53235368c1394c78de05dd96893eefa62b0f4757dc"
    })
    void textsAreHashedToThePointsOfTheRfc(String written, String x, String y) {
        var text = written.endsWith("_")
                ? written + written.substring(0, 1).repeat(Integer.parseInt(written.substring(1, written.length() - 1)))
                : written;

        var point = P256.hashing(RFC_DOMAIN)
                .hashToCurve(text.getBytes(StandardCharsets.US_ASCII))
                .normalize();

        assertThat(hex(point.getAffineXCoord().getEncoded())).isEqualTo(x);
        assertThat(hex(point.getAffineYCoord().getEncoded())).isEqualTo(y);
    }

    @Test
    void anAnswerOpensToWhatTheKeysHolderComputesAlone() {
        var key = BlindKey.newKey(RANDOM);
        for (var text : new String[] {"11010519491231002X", "530102200001011234", "1", "2", "3", "4"}) {
            var blinded = BlindedText.of(new PointHash(), text, RANDOM);

            var opened = blinded.opened(key.answer(blinded.point()).orElseThrow());

            assertThat(opened).hasValue(key.evaluate(new PointHash(), text));
            assertThat(opened).isNotEqualTo(BlindKey.newKey(RANDOM).evaluate(new PointHash(), text));
        }
    }

    @Test
    void oneTextIsBlindedToAnotherPointEachTime() {
        var hash = new PointHash();

        assertThat(hex(BlindedText.of(hash, "abc", RANDOM).point()))
                .isNotEqualTo(hex(BlindedText.of(hash, "abc", RANDOM).point()));
    }

    @Test
    void whatIsNoPointOfTheCurveGetsNoAnswer() {
        var key = BlindKey.newKey(RANDOM);
        var point = BlindedText.of(new PointHash(), "abc", RANDOM).point();

        assertThat(key.answer(point)).isPresent();
        assertThat(key.answer(new byte[] {0})).as("infinity").isEmpty();
        assertThat(key.answer(new byte[33])).as("zeros").isEmpty();
        assertThat(key.answer(Arrays.copyOf(point, 32))).as("too short").isEmpty();
        assertThat(key.answer(Arrays.copyOf(point, 65))).as("too long").isEmpty();
        assertThat(key.answer(HexFormat.of().parseHex("02" + "ff".repeat(32))))
                .as("beyond the field")
                .isEmpty();
        assertThat(key.answer(offTheCurve(point))).as("off the curve").isEmpty();
        assertThat(BlindKey.isPoint(point)).isTrue();
        assertThat(BlindKey.isPoint(offTheCurve(point))).isFalse();
    }

    @Test
    void anAnswerThatIsNoCoordinateDoesNotOpen() {
        var blinded = BlindedText.of(new PointHash(), "abc", RANDOM);
        var x = Arrays.copyOfRange(offTheCurve(blinded.point()), 1, 33);

        assertThat(blinded.opened(x)).isEmpty();
        assertThat(blinded.opened(new byte[31])).isEmpty();
    }

    @Test
    void aKeyIsKeptAs32BytesAndNothingElseIsOne() {
        var key = BlindKey.newKey(RANDOM);

        assertThat(BlindKey.of(key.secret()).evaluate(new PointHash(), "abc"))
                .isEqualTo(key.evaluate(new PointHash(), "abc"));
        assertThat(key.toString()).doesNotContain(hex(key.secret()));
        assertThatThrownBy(() -> BlindKey.of(new byte[32])).isInstanceOf(KeyProblem.class);
        assertThatThrownBy(() -> BlindKey.of(HexFormat.of().parseHex("ff".repeat(32))))
                .isInstanceOf(KeyProblem.class);
        assertThatThrownBy(() -> BlindKey.of(new byte[31])).isInstanceOf(KeyProblem.class);
    }

    /** Half of all coordinates belong to no point. */
    private static byte[] offTheCurve(byte[] point) {
        var other = point.clone();
        do {
            other[32]++;
        } while (P256.decoded(other).isPresent());
        return other;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
