package org.jianxi.gateway.signing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.signing.RevocationList.Revocation;

/** The development authority's own revocation list, {@code root.crl}: there from the first day, with a new number for each change. */
record RevocationRegister(KeyFolder folder, RevocationListWriter writer) {

    private static final String FILE = "root.crl";

    RevocationList list() {
        return RevocationList.parse(folder.files().read(FILE));
    }

    /** Makes the first list where there is none, and enters replaced certificates whose overlap has ended. */
    void bringUpToDate(Instant now) {
        var list = before();
        var ended = new HashMap<BigInteger, Revocation>();
        folder.overlaps().forEach((certificate, until) -> {
            var known = list.flatMap(one -> one.revocationOf(certificate)).isPresent();
            if (!known && !until.isAfter(now)) {
                ended.put(certificate.serialNumber(), new Revocation(until, RevocationReason.SUPERSEDED));
            }
        });
        if (list.isEmpty() || !ended.isEmpty()) {
            write(ended, now);
        }
    }

    RevocationList add(SigningCertificate certificate, Revocation revocation, Instant now) {
        write(Map.of(certificate.serialNumber(), revocation), now);
        return list();
    }

    private void write(Map<BigInteger, Revocation> added, Instant now) {
        var next = writer.next(before(), added, now);
        folder.files().write(FILE, next.pem().getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<RevocationList> before() {
        return folder.files().has(FILE) ? Optional.of(list()) : Optional.empty();
    }
}
