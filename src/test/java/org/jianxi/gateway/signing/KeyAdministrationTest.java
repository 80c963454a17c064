package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jianxi.gateway.signing.Refusal.Reason;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authority does over the years: issues, rotates, takes back. */
class KeyAdministrationTest {

    private static final Instant NOW = TestKeys.NOW;
    private static final byte[] CONTENT = "receipt".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void afterARotationOldSignaturesVerifyAndTheOldCertificateIsKnown() {
        var authority = at(NOW);
        var old = authority.gateway();
        var receipt = old.signer().sign(CONTENT);
        var rotation = authority.rotate("gateway", Validity.from(NOW, Duration.ofDays(365)), Duration.ofDays(30));
        var ring = at(NOW).gateway();

        assertThat(rotation)
                .isEqualTo(new DevelopmentAuthority.Rotation(
                        old.certificate(), ring.certificate(), NOW.plus(Duration.ofDays(30))));
        assertThat(ring.certificates()).containsExactly(ring.certificate(), old.certificate());
        assertThat(new SealVerifier(ring.certificates().getLast())
                        .checkOwn(receipt, NOW)
                        .isGenuine())
                .isTrue();
        assertThat(trust(authority)
                        .standing(old.certificate(), Use.GATEWAY, NOW)
                        .isTrusted())
                .isTrue();
        assertThat(trust(authority)
                        .standing(ring.certificate(), Use.GATEWAY, NOW)
                        .isTrusted())
                .isTrue();
    }

    @Test
    void whenTheOverlapHasEndedTheOldCertificateIsSupersededFromThenOnAndNotBefore() {
        var old = at(NOW).gateway().certificate();
        at(NOW).rotate("gateway", Validity.from(NOW, Duration.ofDays(365)), Duration.ofDays(30));
        var end = NOW.plus(Duration.ofDays(30));
        var later = trust(at(end.plusSeconds(1)));

        assertThat(later.standing(old, Use.GATEWAY, end.minusSeconds(1)).isTrusted())
                .isTrue();
        assertThat(later.standing(old, Use.GATEWAY, end))
                .isEqualTo(new Standing.Refused(new Refusal(
                        Reason.REVOKED, "not revoked at " + end, "revoked since " + end + " (superseded), " + old)));
    }

    @Test
    void aRotatedKeyKeepsHolderUseAndAlgorithm() {
        var authority = at(NOW);
        var first = authority.issue(order("kunming", Algorithm.ECDSA)).certificate();
        var second = authority
                .rotate("kunming", Validity.from(NOW, Duration.ofDays(9)), Duration.ofDays(3))
                .after();

        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(second.algorithm()).isEqualTo(Algorithm.ECDSA);
        assertThat(second.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(9)));
    }

    @Test
    void twoRevocationsStandInOneListAndTheNextStartKnowsBoth() {
        var authority = at(NOW);
        var one = authority.issue(order("one", Algorithm.SM2)).certificate();
        var two = authority.issue(order("two", Algorithm.RSA)).certificate();
        var compromised = new Revocation(NOW.minusSeconds(60), RevocationReason.KEY_COMPROMISE);
        var stopped = new Revocation(NOW, RevocationReason.CESSATION_OF_OPERATION);
        authority.revoke(one, compromised);
        authority.revoke(two, stopped);
        var list = at(NOW).revocationList();

        assertThat(list.revocationOf(one)).contains(compromised);
        assertThat(list.revocationOf(two)).contains(stopped);
        assertThat(list.revocationOf(authority.root())).isEmpty();
    }

    @Test
    void aNameIsFreeAgainOnlyWhenItsCertificateCountsNoMore() {
        var authority = at(NOW);
        var first = authority.issue(order("kunming", Algorithm.SM2)).certificate();

        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> authority.issue(order("kunming", Algorithm.SM2)))
                .withMessageContaining(first.serialNumber().toString(16));
        authority.revoke(first, new Revocation(NOW, RevocationReason.KEY_COMPROMISE));
        var second = authority.issue(order("kunming", Algorithm.SM2)).certificate();

        assertThat(authority.keys().stream().filter(key -> key.name().equals("kunming")))
                .containsExactly(new KeptKey("kunming", second, false), new KeptKey("kunming", first, true));
    }

    @Test
    void theGatewaysOwnCertificatesAreRememberedAlsoWhenTheStoreComesFromElsewhere() {
        var own = new OwnCertificates(folder.resolve("own"));
        var first = own.remember(at(NOW).issue("store-1", "见习网关", Use.GATEWAY));
        var second = own.remember(at(NOW).issue("store-2", "见习网关", Use.GATEWAY));

        assertThat(first.certificates()).containsExactly(first.certificate());
        assertThat(second.certificates()).containsExactly(second.certificate(), first.certificate());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, not-yet-valid, 90,",
        "0, valid, 90,",
        "86400, valid, 89,",
        "5184001, expiring, 29, 30",
        "7171200, expiring, 7, 7",
        "7689600, expiring, 1, 1",
        "7776000, expiring, 0, 1",
        "7776001, expired, -1, 0"
    })
    void aCertificateOfNinetyDaysGrowsOldLikeThis(long second, String state, long daysLeft, Integer warning) {
        var certificate = at(NOW).issue(new KeyOrder(
                        "kunming", "昆明", Use.SENDER, Algorithm.SM2, Validity.from(NOW, Duration.ofDays(90))))
                .certificate();
        var now = NOW.plusSeconds(second);

        assertThat(CertificateState.of(certificate, java.util.Optional.empty(), now)
                        .wireName())
                .isEqualTo(state);
        assertThat(CertificateState.daysLeft(certificate, now)).isEqualTo(daysLeft);
        assertThat(CertificateState.warning(certificate, now).orElse(null)).isEqualTo(warning);
    }

    private static KeyOrder order(String name, Algorithm algorithm) {
        return new KeyOrder(name, "昆明", Use.SENDER, algorithm, Validity.from(NOW, Duration.ofMinutes(2)));
    }

    private DevelopmentAuthority at(Instant moment) {
        return DevelopmentAuthority.create(
                folder.resolve("keys"), Clock.fixed(moment, ZoneOffset.UTC), new SecureRandom());
    }

    private static Trust trust(DevelopmentAuthority authority) {
        return Trust.of(List.of(authority.root()), List.of(authority.revocationList()));
    }
}
