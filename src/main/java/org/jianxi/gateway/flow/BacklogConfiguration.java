package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.intake.AccessFile;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.outgoing.Backoff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept first and decided afterwards, put together. */
@Configuration(proxyBeanMethods = false)
class BacklogConfiguration {

    @Bean
    Backlog backlog(
            SubmissionFlow flow,
            Recorder recorder,
            Ledger ledger,
            Audit audit,
            PlatformTransactionManager transactions) {
        return new Backlog(flow, recorder, ledger, audit, new TransactionTemplate(transactions));
    }

    @Bean
    StillAllowed stillAllowed(AccessFile rights, SourceRegister sources) {
        return new StillAllowed(rights, sources);
    }

    @Bean
    BacklogWork backlogWork(
            SubmissionFlow flow, Ledger ledger, StillAllowed allowed, SecureRandom random, Clock clock) {
        return new BacklogWork(flow, ledger, allowed, Backoff.standard(random), clock);
    }
}
