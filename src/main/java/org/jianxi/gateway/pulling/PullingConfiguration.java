package org.jianxi.gateway.pulling;

import org.jianxi.gateway.ledger.LatestDeliveries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is remembered of the sources that are asked. */
@Configuration(proxyBeanMethods = false)
class PullingConfiguration {

    @Bean
    Taken taken(JdbcClient database) {
        return new Taken(database);
    }

    @Bean
    TurnJournal turnJournal(JdbcClient database) {
        return new TurnJournal(database);
    }

    @Bean
    SourceActivities sourceActivities(JdbcClient database, TurnJournal turns) {
        return new SourceActivities(new LatestDeliveries(database), turns);
    }
}
