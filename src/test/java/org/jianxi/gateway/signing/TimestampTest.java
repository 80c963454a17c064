package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.signing.Refusal.Reason.*;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampTest {

    private static final byte[] CHECKPOINT = "a checkpoint's bytes".getBytes(UTF_8);
    private static final Instant NOW = TestKeys.NOW;

    @TempDir
    static Path folder;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimestampRequest REQUEST = TimestampRequest.over(CHECKPOINT, RANDOM);

    private static DevelopmentAuthority development;
    private static KeyRing ring;
    private static TimestampAuthority authority;
    private static TimestampVerifier pinned;

    @BeforeAll
    static void keys() {
        development = TestKeys.authority(folder);
        ring = development.issueForTimes("timestamps", "Timestamps");
        authority = new TimestampAuthority(ring.signer(), RANDOM);
        pinned = new TimestampVerifier(ring.certificate());
    }

    @Test
    void anAuthoritysAnswerGivesItsMomentAndATokenThatCanBeCheckedLater() {
        var stamp = (Stamp.Genuine) pinned.checkAnswer(authority.grant(REQUEST, NOW), REQUEST, NOW);

        assertThat(stamp.at()).isEqualTo(NOW);
        assertThat(stamp.authority()).contains("CN=Timestamps");
        assertThat(pinned.check(stamp.token(), CHECKPOINT, NOW).isGenuine()).isTrue();
    }

    @Test
    void theIssuersCertificateIsTrustEnough() {
        var byIssuer = new TimestampVerifier(development.root());
        var others = new TimestampVerifier(
                TestKeys.authority(folder.resolve("others")).root());

        assertThat(byIssuer.checkAnswer(authority.grant(REQUEST, NOW), REQUEST, NOW)
                        .isGenuine())
                .isTrue();
        assertThat(reason(others.checkAnswer(authority.grant(REQUEST, NOW), REQUEST, NOW)))
                .isEqualTo(UNKNOWN_ISSUER);
    }

    @Test
    void aCertificateThatIsNotForTimesStampsNothing() {
        var sender = development.issue("530100", "A sender");
        var answer = new TimestampAuthority(sender.signer(), RANDOM).grant(REQUEST, NOW);

        assertThat(reason(new TimestampVerifier(sender.certificate()).checkAnswer(answer, REQUEST, NOW)))
                .isEqualTo(WRONG_USAGE);
        assertThat(reason(new TimestampVerifier(development.root()).checkAnswer(answer, REQUEST, NOW)))
                .isEqualTo(WRONG_USAGE);
        assertThat(reason(pinned.checkAnswer(answer, REQUEST, NOW))).isEqualTo(UNKNOWN_ISSUER);
    }

    @Test
    void anAnswerToAnotherQuestionIsRefusedByName() {
        var otherBytes = new TimestampRequest(Sm3.of("other".getBytes(UTF_8)), REQUEST.nonce());
        var otherNonce = new TimestampRequest(REQUEST.imprint(), BigInteger.TEN);

        assertThat(answered(authority.grant(otherBytes, NOW)))
                .isEqualTo(new Stamp.Refused(new Refusal(
                        WRONG_IMPRINT,
                        REQUEST.imprint().hex(),
                        otherBytes.imprint().hex())));
        assertThat(answered(authority.grant(otherNonce, NOW)))
                .isEqualTo(new Stamp.Refused(
                        new Refusal(WRONG_NONCE, REQUEST.nonce().toString(), "10")));
    }

    @Test
    void aMomentFarFromOursIsRefused() {
        var fiveMinutes = Duration.ofMinutes(5);

        assertThat(answered(authority.grant(REQUEST, NOW.plus(fiveMinutes))).isGenuine())
                .isTrue();
        for (var at : List.of(
                NOW.plus(fiveMinutes).plusSeconds(1), NOW.minus(fiveMinutes).minusSeconds(1))) {
            assertThat(reason(answered(authority.grant(REQUEST, at)))).isEqualTo(TIME_ABSURD);
        }
    }

    @Test
    void nothingIsStampedBeforeItExisted() {
        var stamp = (Stamp.Genuine) answered(authority.grant(REQUEST, NOW));

        assertThat(pinned.check(stamp.token(), CHECKPOINT, NOW.minus(Duration.ofDays(30)))
                        .isGenuine())
                .isTrue();
        assertThat(reason(pinned.check(stamp.token(), CHECKPOINT, NOW.plus(Duration.ofDays(1)))))
                .isEqualTo(TIME_ABSURD);
        assertThat(reason(pinned.check(stamp.token(), "other".getBytes(UTF_8), NOW)))
                .isEqualTo(WRONG_IMPRINT);
    }

    @Test
    void aCertificateOutOfItsTimeIsRefused() {
        var later = ring.certificate().notAfter().plusSeconds(1);

        assertThat(reason(pinned.checkAnswer(authority.grant(REQUEST, later), REQUEST, later)))
                .isEqualTo(EXPIRED);
    }

    @Test
    void whatIsNoTimestampIsSaidToBeNone() throws Exception {
        var granted = authority.grant(REQUEST, NOW);

        assertThat(answered(authority.reject()))
                .isEqualTo(new Stamp.Refused(new Refusal(NOT_GRANTED, "status 0 / 1", "status 2")));
        for (var junk : List.of(new byte[0], "<html>".getBytes(UTF_8), new byte[] {0x30, 0}, new byte[100_000])) {
            assertThat(reason(answered(junk))).isEqualTo(NOT_A_TIMESTAMP);
        }
        assertThat(reason(pinned.check(ring.signer().sign(CHECKPOINT), CHECKPOINT, NOW)))
                .isEqualTo(NOT_A_TIMESTAMP);
        assertThat(reason(pinned.check(granted, CHECKPOINT, NOW))).isEqualTo(NOT_CMS);
    }

    /** No flip makes it throw, and none lets another moment, hash or signer through. */
    @Test
    void noBitFlippedMovesTheMoment() {
        var token = ((Stamp.Genuine) answered(authority.grant(REQUEST, NOW))).token();

        for (var bit = 0; bit < token.length * Byte.SIZE; bit++) {
            var changed = token.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            if (pinned.check(changed, CHECKPOINT, NOW) instanceof Stamp.Genuine genuine) {
                assertThat(genuine.at()).as("bit " + bit).isEqualTo(NOW);
            }
        }
    }

    @Test
    void aRequestReadBackIsTheSame() {
        assertThat(TimestampRequest.read(REQUEST.der())).contains(REQUEST);
        assertThat(TimestampRequest.read(CHECKPOINT)).isEmpty();
    }

    @Test
    void bouncyCastlesOwnReaderAgreesWithBothSides() throws Exception {
        var request = new TimeStampRequest(REQUEST.der());
        var response = new TimeStampResponse(authority.grant(REQUEST, NOW));

        response.validate(request);
        response.getTimeStampToken().validate(bouncyCastle());
        assertThat(response.getTimeStampToken().getTimeStampInfo().getGenTime()).isEqualTo(NOW);
        assertThat(((TimeStampToken) response.getTimeStampToken()).getEncoded())
                .isEqualTo(((Stamp.Genuine) answered(response.getEncoded())).token());
    }

    private static SignerInformationVerifier bouncyCastle() throws Exception {
        return new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(ring.certificate().holder());
    }

    private static Stamp answered(byte[] answer) {
        return pinned.checkAnswer(answer, REQUEST, NOW);
    }

    private static Refusal.Reason reason(Stamp stamp) {
        return switch (stamp) {
            case Stamp.Refused(var refusal) -> refusal.reason();
            case Stamp.Genuine genuine -> throw new AssertionError("Genuine at " + genuine.at());
        };
    }
}
