package org.jianxi.gateway.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.signing.CertificateIssuer.Holder;
import org.jianxi.gateway.signing.Refusal.Reason;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.junit.jupiter.api.Test;

class TrustTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant BEGIN = Instant.parse("2023-07-01T00:00:00Z");
    private static final Instant END = Instant.parse("2023-07-01T00:02:00Z");
    private static final Instant BETWEEN = Instant.parse("2023-07-01T00:01:00Z");

    /** An authority, and a certificate for two minutes. */
    private record Authority(Sm2Key key, CertificateIssuer issuer, SigningCertificate root) {

        static Authority named(String name) {
            var key = Sm2Key.newKey(RANDOM);
            var issuer = new CertificateIssuer(name, key, RANDOM);
            return new Authority(
                    key, issuer, issuer.itself(new Validity(BEGIN.minusSeconds(3600), END.plusSeconds(3600))));
        }

        SigningCertificate certificate(Use use) {
            return issuer.vouchFor(
                    new Holder("昆明", use), Sm2Key.newKey(RANDOM).publicKeyInfo(), new Validity(BEGIN, END));
        }

        RevocationList taking(SigningCertificate certificate, Instant since) {
            return new RevocationListWriter(root, key, RANDOM)
                    .next(
                            Optional.empty(),
                            Map.of(certificate.serialNumber(), new Revocation(since, RevocationReason.KEY_COMPROMISE)),
                            since);
        }
    }

    private final Authority ours = Authority.named("ours");
    private final Authority others = Authority.named("others");
    private final SigningCertificate sender = ours.certificate(Use.SENDER);
    private final Trust trust = Trust.of(List.of(ours.root()), List.of());

    @Test
    void aCertificateOfOursIsTrustedFromItsFirstToItsLastSecond() {
        var trusted = new Standing.Trusted(List.of(sender, ours.root()));

        assertThat(trust.standing(sender, Use.SENDER, BEGIN)).isEqualTo(trusted);
        assertThat(trust.standing(sender, Use.SENDER, END)).isEqualTo(trusted);
    }

    @Test
    void beforeAndAfterItIsNot() {
        assertThat(trust.standing(sender, Use.SENDER, BEGIN.minusMillis(1)))
                .isEqualTo(refused(Reason.NOT_YET_VALID, "from 2023-07-01T00:00:00Z", "2023-06-30T23:59:59.999Z"));
        assertThat(trust.standing(sender, Use.SENDER, END.plusMillis(1)))
                .isEqualTo(refused(Reason.EXPIRED, "until 2023-07-01T00:02:00Z", "2023-07-01T00:02:00.001Z"));
    }

    @Test
    void anotherAuthoritysIsOfAnUnknownIssuer() {
        assertThat(trust.standing(others.certificate(Use.SENDER), Use.SENDER, BETWEEN))
                .isEqualTo(refused(
                        Reason.UNKNOWN_ISSUER,
                        ours.root().toString(),
                        others.root().subject()));
    }

    @Test
    void severalRootsAreTrustedSideBySide() {
        var both = Trust.of(List.of(ours.root(), others.root()), List.of());

        assertThat(both.standing(others.certificate(Use.SENDER), Use.SENDER, BETWEEN)
                        .isTrusted())
                .isTrue();
        assertThat(both.standing(sender, Use.SENDER, BETWEEN).isTrusted()).isTrue();
    }

    @Test
    void anAuthorityThatOnlyHasTheSameNameIsAnother() {
        var imitation = Authority.named("ours");

        assertThat(reason(trust.standing(imitation.certificate(Use.SENDER), Use.SENDER, BETWEEN)))
                .isEqualTo(Reason.UNKNOWN_ISSUER);
    }

    @Test
    void aCertificateOfWhichOneBitWasChangedWasNotSignedLikeThat() {
        var bytes = sender.der();
        bytes[bytes.length - 1] ^= 1;

        assertThat(reason(trust.standing(SigningCertificate.parse(bytes), Use.SENDER, BETWEEN)))
                .isEqualTo(Reason.ISSUER_SIGNATURE_WRONG);
    }

    @Test
    void aRevokedOneCountsUntilThatVerySecond() {
        var revoking = Trust.of(List.of(ours.root()), List.of(ours.taking(sender, BETWEEN)));

        assertThat(revoking.standing(sender, Use.SENDER, BETWEEN.minusMillis(1)).isTrusted())
                .isTrue();
        assertThat(revoking.standing(sender, Use.SENDER, BETWEEN))
                .isEqualTo(refused(
                        Reason.REVOKED,
                        "not revoked at 2023-07-01T00:01:00Z",
                        "revoked since 2023-07-01T00:01:00Z (key-compromise), " + sender));
        assertThat(revoking.standing(ours.certificate(Use.SENDER), Use.SENDER, BETWEEN)
                        .isTrusted())
                .isTrue();
    }

    @Test
    void aRevocationListOfAnAuthorityNobodyKnowsIsRefused() {
        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> Trust.of(List.of(ours.root()), List.of(others.taking(sender, BETWEEN))))
                .withMessageContaining("no known authority");
    }

    @Test
    void aRevocationListOfWhichOneByteWasChangedIsRefused() {
        var bytes = ours.taking(sender, BETWEEN).der();
        bytes[bytes.length / 2] ^= 1;

        assertThatExceptionOfType(KeyProblem.class)
                .isThrownBy(() -> Trust.of(List.of(ours.root()), List.of(RevocationList.parse(bytes))));
    }

    @Test
    void aListReadFromPemOrDerSaysTheSame() {
        var list = ours.taking(sender, BETWEEN);
        var again = RevocationList.parse(list.pem().getBytes(UTF_8));

        assertThat(again.der()).isEqualTo(list.der());
        assertThat(again.revocationOf(sender)).contains(new Revocation(BETWEEN, RevocationReason.KEY_COMPROMISE));
    }

    @Test
    void aSendersCertificateNeverPassesForTheGateways() {
        assertThat(trust.standing(sender, Use.GATEWAY, BETWEEN))
                .isEqualTo(refused(Reason.WRONG_USAGE, "gateway", "sender"));
        assertThat(trust.standing(ours.certificate(Use.GATEWAY), Use.GATEWAY, BETWEEN)
                        .isTrusted())
                .isTrue();
    }

    @Test
    void timestampsAreForCertificatesMadeForThem() {
        assertThat(trust.standing(ours.certificate(Use.TIMESTAMP), Use.TIMESTAMP, BETWEEN)
                        .isTrusted())
                .isTrue();
        assertThat(reason(trust.standing(sender, Use.TIMESTAMP, BETWEEN))).isEqualTo(Reason.WRONG_USAGE);
    }

    @Test
    void theRootSignsCertificatesAndNoReturns() {
        assertThat(reason(trust.standing(ours.root(), Use.SENDER, BETWEEN))).isEqualTo(Reason.WRONG_USAGE);
    }

    @Test
    void aHolderOfAnOrdinaryCertificateIssuesNone() {
        var key = Sm2Key.newKey(RANDOM);
        var holder = ours.issuer().vouchFor(new Holder("x", Use.SENDER), key.publicKeyInfo(), new Validity(BEGIN, END));
        var name = new CertificateIssuer(holder.holder().getSubject(), key, RANDOM);
        var below = name.vouchFor(
                new Holder("y", Use.GATEWAY), Sm2Key.newKey(RANDOM).publicKeyInfo(), new Validity(BEGIN, END));
        var knowing = Trust.of(List.of(ours.root()), List.of(holder), List.of());

        assertThat(reason(knowing.standing(below, Use.GATEWAY, BETWEEN))).isEqualTo(Reason.WRONG_USAGE);
    }

    @Test
    void aPinnedCertificateIsTrustedItselfUnlessItsOwnIssuerTookItBack() {
        var stranger = others.certificate(Use.SENDER);

        assertThat(trust.pinning(stranger).standing(stranger, Use.SENDER, BETWEEN))
                .isEqualTo(new Standing.Trusted(List.of(stranger)));
        var revoking = Trust.of(List.of(ours.root()), List.of(ours.taking(sender, BETWEEN)));
        assertThat(reason(revoking.pinning(sender).standing(sender, Use.SENDER, BETWEEN)))
                .isEqualTo(Reason.REVOKED);
    }

    private static Standing refused(Reason reason, String expected, String actual) {
        return new Standing.Refused(new Refusal(reason, expected, actual));
    }

    private static Reason reason(Standing standing) {
        return switch (standing) {
            case Standing.Refused(var refusal) -> refusal.reason();
            case Standing.Trusted trusted -> throw new AssertionError("Trusted: " + trusted.path());
        };
    }
}
