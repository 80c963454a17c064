package org.jianxi.gateway.registries.lookups;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.signing.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The look-up ledger in a test's database, as the gateway has it. */
public record LookupFixture(TestDatabase database, Clock clock) {

    public Lookups lookups() {
        var apart = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Lookups(JdbcClient.create(database.dataSource()), apart, clock, new SecureRandom());
    }

    /** Our ledger of a registry as a file. */
    public Path export(String registry, Signer signer, Path target) throws IOException {
        List<String> lines = new ArrayList<>();
        new LookupExport(JdbcClient.create(database.dataSource()), signer, clock).write(registry, lines::add);
        return Files.write(target, lines, StandardCharsets.UTF_8);
    }
}
