package org.jianxi.gateway.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jianxi.gateway.signing.RevocationList.Revocation;

/** How a certificate's life stands at a moment, as people ask about it. */
public enum CertificateState {
    NOT_YET_VALID,
    VALID,
    /** Ends within 30 days. */
    EXPIRING,
    EXPIRED,
    REVOKED;

    /** Days before the end at which people are warned, once for each. */
    public static final List<Integer> WARNING_DAYS = List.of(1, 7, 30);

    private static final Duration LONGEST_WARNING = Duration.ofDays(30);

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CertificateState of(SigningCertificate certificate, Optional<Revocation> revocation, Instant now) {
        if (revocation.filter(one -> !now.isBefore(one.since())).isPresent()) {
            return REVOKED;
        }
        if (now.isBefore(certificate.notBefore())) {
            return NOT_YET_VALID;
        }
        if (!certificate.isValidAt(now)) {
            return EXPIRED;
        }
        return now.plus(LONGEST_WARNING).isAfter(certificate.notAfter()) ? EXPIRING : VALID;
    }

    /** Whole days until the end; negative afterwards. */
    public static long daysLeft(SigningCertificate certificate, Instant now) {
        return Math.floorDiv(
                Duration.between(now, certificate.notAfter()).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }

    /** The smallest warning that has been reached: 1, 7 or 30 days, or 0 after the end; empty while there is time. */
    public static Optional<Integer> warning(SigningCertificate certificate, Instant now) {
        if (now.isAfter(certificate.notAfter())) {
            return Optional.of(0);
        }
        return WARNING_DAYS.stream()
                .filter(days -> !now.plus(Duration.ofDays(days)).isBefore(certificate.notAfter()))
                .findFirst();
    }
}
