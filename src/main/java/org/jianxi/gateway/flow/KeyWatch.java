package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jianxi.gateway.intake.SignerCertificates;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.signing.CertificateState;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns 30, 7 and 1 days before a certificate ends, ours or a registered sender's, and when it has: once each in the log. */
public final class KeyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final OwnSigners own;
    private final SourceRegister sources;
    private final SignerCertificates certificates;
    private final Clock clock;
    private final Set<Warning> said = new HashSet<>();
    private Instant next = Instant.MIN;

    public KeyWatch(OwnSigners own, SourceRegister sources, SignerCertificates certificates, Clock clock) {
        this.own = own;
        this.sources = sources;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * One certificate near its end.
     *
     * @param holder {@code gateway}, {@code gateway, second} or the source's id
     * @param days the warning it has reached: 30, 7, 1, or 0 when it has ended
     */
    public record Warning(String holder, SigningCertificate certificate, int days) {

        @Override
        public String toString() {
            return "%s: %s %s %s".formatted(holder, certificate, days == 0 ? "ended" : "ends", certificate.notAfter());
        }
    }

    /** May be called as often as one likes; looks every ten minutes. */
    public synchronized void look() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(BETWEEN_LOOKS);
        for (var warning : warnings()) {
            if (said.add(warning)) {
                LOG.warn("Certificate near its end ({} days) {}", warning.days(), warning);
            }
        }
    }

    /** All that stand now. */
    public List<Warning> warnings() {
        var now = clock.instant();
        var found = new ArrayList<Warning>();
        add(found, "gateway", own.own().certificate(), now);
        own.second().map(Signer::certificate).ifPresent(second -> add(found, "gateway, second", second, now));
        for (var source : sources.all()) {
            certificates.of(source).forEach(one -> add(found, source.id().value(), one, now));
        }
        return found;
    }

    private static void add(List<Warning> found, String holder, SigningCertificate certificate, Instant now) {
        CertificateState.warning(certificate, now).ifPresent(days -> found.add(new Warning(holder, certificate, days)));
    }
}
