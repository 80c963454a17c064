package org.jianxi.gateway.flow.crossmatch;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.hardship.HardshipNews;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.CurrentPeople;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.registries.asking.AgentConnection;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.lookups.LookupExport;
import org.jianxi.gateway.registries.lookups.Lookups;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.query.ServiceOffice;
import org.jianxi.gateway.registries.review.ReviewQueue;
import org.jianxi.gateway.registries.run.MatchAnswers;
import org.jianxi.gateway.registries.run.MatchRuns;
import org.jianxi.gateway.registries.run.NameDifferences;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Signer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registries in force and the runs that ask them, put together. */
@Configuration(proxyBeanMethods = false)
class CrossMatchConfiguration {

    @Bean
    RegistryRegister registryRegister(GatewayFolders folders) {
        return RegistryRegister.open(folders.home());
    }

    @Bean
    MatchRuns matchRuns(JdbcClient jdbc) {
        return new MatchRuns(jdbc);
    }

    @Bean
    MatchAnswers matchAnswers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new MatchAnswers(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    NameDifferences nameDifferences(JdbcTemplate jdbc) {
        return new NameDifferences(jdbc);
    }

    /** What an agent told us, and what opens it, lies below {@code var}, on one node only. */
    @Bean
    Registries registries(
            GatewayFolders folders,
            ExtractOffice extracts,
            Secrets secrets,
            Signer own,
            Lookups lookups,
            Clock clock,
            SecureRandom random) {
        var names = new NameVariants(folders.home().resolve("schemas/codes/name-variants.csv")).read();
        return new Registries(
                extracts,
                new ServiceOffice(secrets, own, names, clock, Thread::sleep, random),
                new AgentConnection(secrets, names, clock, random, folders.var().resolve("agents"), lookups));
    }

    @Bean
    AnswerIntake answerIntake(
            MatchAnswers answers, NameDifferences differences, ReviewQueue reviewed, Marks marks, HardshipNews news) {
        return new AnswerIntake(answers, differences, reviewed, marks, news);
    }

    @Bean
    CrossMatchFlow crossMatchFlow(
            CrossMatchFlow.Rows rows,
            CurrentPeople people,
            AnswerIntake intake,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CrossMatchFlow(rows, people, intake, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CrossMatchFlow.Rows matchRows(MatchRuns runs, MatchAnswers answers, Audit audit) {
        return new CrossMatchFlow.Rows(runs, answers, audit);
    }

    @Bean
    CrossMatches.Work matchWork(
            MatchRuns runs, DataSource database, LookupExport ledger, WorkingCalendar calendar, Clock clock) {
        return new CrossMatches.Work(runs, new RunLock(database), ledger, clock, calendar::isWorkingDay);
    }

    @Bean(destroyMethod = "close")
    CrossMatches crossMatches(
            RegistryRegister register, Registries registries, CrossMatchFlow flow, CrossMatches.Work work) {
        return new CrossMatches(register, registries, flow, work);
    }

    @Bean
    RegistryDesk registryDesk(
            RegistryRegister register, MatchRuns runs, AnswerIntake intake, CrossMatches matches, Clock clock) {
        var questions = new RegistryDesk.Questions(intake.differences(), intake.reviewed());
        return new RegistryDesk(register, runs, questions, matches, clock);
    }

    @Bean
    ReviewQueue reviewQueue(JdbcTemplate jdbc, PersonKeys keys) {
        return new ReviewQueue(jdbc, keys);
    }

    @Bean
    ReviewDesk.Openings reviewOpenings(MarkList list, RecordStore store, Looks looks) {
        return new ReviewDesk.Openings(list, store, looks);
    }

    @Bean
    ReviewDesk reviewDesk(
            AnswerIntake intake,
            ReviewDesk.Openings openings,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        var office = new ReviewDesk.Office(audit, new TransactionTemplate(transactions), clock);
        return new ReviewDesk(intake, openings, office);
    }

    @Bean
    DifferenceDesk differenceDesk(
            AnswerIntake intake, MarkList list, Audit audit, PlatformTransactionManager transactions, Clock clock) {
        return new DifferenceDesk(intake, list, audit, new TransactionTemplate(transactions), clock);
    }
}
