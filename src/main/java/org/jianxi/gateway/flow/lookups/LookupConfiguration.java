package org.jianxi.gateway.flow.lookups;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.registries.lookups.LookupExport;
import org.jianxi.gateway.registries.lookups.Lookups;
import org.jianxi.gateway.signing.Signer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The look-up ledger, signed with the gateway's own key. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    Lookups lookups(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, SecureRandom random) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Lookups(jdbc, apart, clock, random);
    }

    @Bean
    LookupExport lookupExport(JdbcClient jdbc, Signer signer, Clock clock) {
        return new LookupExport(jdbc, signer, clock);
    }
}
