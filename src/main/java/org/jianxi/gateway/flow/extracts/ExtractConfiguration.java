package org.jianxi.gateway.flow.extracts;

import java.time.Clock;
import javax.sql.DataSource;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.crossmatch.RunLock;
import org.jianxi.gateway.records.DescribedTrainees;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.linkage.Weights;
import org.jianxi.gateway.registries.review.LinkageReview;
import org.jianxi.gateway.registries.review.ReviewQueue;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What extracts are taken in with. Snapshots lie below {@code var}, under the key of our own records, so that both find each other. */
@Configuration(proxyBeanMethods = false)
class ExtractConfiguration {

    @Bean
    ExtractOffice extractOffice(
            GatewayFolders folders,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PersonKeys keys,
            Clock clock) {
        var names = new NameVariants(folders.home().resolve("schemas/codes/name-variants.csv")).read();
        return new ExtractOffice(
                jdbc,
                new TransactionTemplate(transactions),
                folders.var().resolve("registries"),
                () -> new Tokens(keys.tokens(), names),
                clock);
    }

    /** The weights may be changed while the gateway stands. */
    @Bean
    RowReview rowReview(GatewayFolders folders, JdbcTemplate jdbc, ReviewQueue queue, PersonKeys keys, Clock clock) {
        var names = new NameVariants(folders.home().resolve("schemas/codes/name-variants.csv")).read();
        return new LinkageReview(
                () -> Weights.load(folders.home()), names, new DescribedTrainees(jdbc, keys), queue, clock);
    }

    @Bean
    ExtractDesk extractDesk(RegistryRegister register, ExtractOffice office, RowReview review, DataSource database) {
        return new ExtractDesk(register, office, review, new RunLock(database));
    }
}
