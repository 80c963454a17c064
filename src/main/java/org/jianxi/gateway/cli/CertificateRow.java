package org.jianxi.gateway.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.signing.CertificateState;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * One certificate as it is listed.
 *
 * @param name what it is known under: a key's name, {@code trust:FILE} or {@code source:ID}
 * @param past another took its place
 */
record CertificateRow(
        String name, SigningCertificate certificate, boolean past, Optional<Revocation> revocation, Instant now) {

    CertificateState state() {
        return CertificateState.of(certificate, revocation, now);
    }

    /** Somebody must act today: it has ended or ends within a day, and nothing took its place. */
    boolean isUrgent() {
        var urgent = CertificateState.warning(certificate, now).filter(days -> days <= 1);
        return !past && state() != CertificateState.REVOKED && urgent.isPresent();
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", name);
        tree.put("subject", certificate.subject());
        tree.put("serial", serial());
        tree.put("algorithm", certificate.algorithm().wireName());
        tree.put("notBefore", certificate.notBefore().toString());
        tree.put("notAfter", certificate.notAfter().toString());
        tree.put("daysLeft", daysLeft());
        tree.put("state", state().wireName());
        tree.put("past", past);
        revocation.ifPresent(one -> {
            tree.put("revokedSince", one.since().toString());
            tree.put("reason", one.reason().wireName());
        });
        return tree;
    }

    String line() {
        return "%-24s %-13s %5d 天 days  %-5s  %s … %s  %s  %s"
                .formatted(
                        name + (past ? " (past)" : ""),
                        state().wireName(),
                        daysLeft(),
                        certificate.algorithm().wireName(),
                        certificate.notBefore(),
                        certificate.notAfter(),
                        serial(),
                        certificate.subject());
    }

    private long daysLeft() {
        return CertificateState.daysLeft(certificate, now);
    }

    private String serial() {
        return certificate.serialNumber().toString(16);
    }
}
