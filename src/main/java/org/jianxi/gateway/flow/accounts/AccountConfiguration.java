package org.jianxi.gateway.flow.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.accounts.AccountStore;
import org.jianxi.gateway.accounts.Enrolment;
import org.jianxi.gateway.accounts.Guesses;
import org.jianxi.gateway.accounts.Invitations;
import org.jianxi.gateway.accounts.Sessions;
import org.jianxi.gateway.accounts.SignIn;
import org.jianxi.gateway.intake.KeyHolders;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and their desks, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class AccountConfiguration {

    @Bean
    AccountStore accountStore(JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    AccountDesk.Office accountOffice(Audit audit, PlatformTransactionManager transactions, Clock clock) {
        return new AccountDesk.Office(audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    AccountDesk accountDesk(
            AccountStore accounts, JdbcClient jdbc, PersonKeys keys, SecureRandom random, AccountDesk.Office office) {
        return new AccountDesk(accounts, new Invitations(jdbc, keys, random), office);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, SecureRandom random, SessionSettings settings) {
        return new Sessions(jdbc, random, settings.limits());
    }

    @Bean
    Guesses guesses(JdbcClient jdbc, Clock clock) {
        return new Guesses(jdbc, clock);
    }

    @Bean
    SignInDesk.Doors signInDoors(JdbcClient jdbc, PersonKeys keys, SecureRandom random, Sessions sessions) {
        return new SignInDesk.Doors(new SignIn(jdbc, keys, random), new Enrolment(jdbc, keys, random), sessions);
    }

    @Bean
    SignInDesk signInDesk(SignInDesk.Doors doors, AccountStore accounts, KeyHolders keys, AccountDesk.Office office) {
        return new SignInDesk(doors, accounts, keys, office);
    }
}
