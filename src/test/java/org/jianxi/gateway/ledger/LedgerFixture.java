package org.jianxi.gateway.ledger;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger whose bodies lie sealed and stay for ever. */
public final class LedgerFixture {

    private LedgerFixture() {}

    /** @param keys a folder of its own */
    public static Ledger ledger(JdbcClient jdbc, Signer signer, Path keys) {
        var people = PersonKeys.in(keys, new SecureRandom());
        return new Ledger(jdbc, signer, new Bodies(jdbc, () -> people, (dataset, receivedAt) -> Optional.empty()));
    }
}
