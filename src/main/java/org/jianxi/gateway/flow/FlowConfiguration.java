package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.flow.people.PeopleKeeping;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Admission;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Bodies;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.mapping.MappingRegister;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.validation.Judge;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A submission's way through the stations, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LockSettings.class)
class FlowConfiguration {

    @Bean
    Ledger ledger(JdbcClient jdbc, Signer signer, Bodies bodies) {
        return new Ledger(jdbc, signer, bodies);
    }

    @Bean
    Audit audit(JdbcClient jdbc) {
        return new Audit(jdbc);
    }

    @Bean
    Memory memory(Ledger ledger, CanonicalDocuments documents) {
        return new Memory(ledger.submissions(), documents);
    }

    @Bean
    ReturnStories returnStories(Ledger ledger, Memory memory, ReturnForms forms) {
        return new ReturnStories(ledger.submissions(), memory, forms);
    }

    @Bean
    Windows windows(Ledger ledger, WorkingCalendar calendar, ReportingUnits units, Clock clock) {
        return new Windows(ledger.submissions(), calendar, units, clock);
    }

    @Bean
    DocumentReading documentReading(CanonicalDocuments documents, ReportingUnits units) {
        return new DocumentReading(documents, units);
    }

    @Bean
    MappingShelf mappingShelf(GatewayFolders folders, ReturnForms forms, VersionShelf versions) {
        return new MappingShelf(MappingRegister.open(folders.home(), forms, versions));
    }

    @Bean
    Judge judge(ReturnForms forms, ReportingUnits units) {
        return new Judge(forms, units);
    }

    @Bean
    Examiner examiner(
            Admission admission,
            MappingShelf mappings,
            DocumentReading documents,
            Judge judge,
            Memory memory,
            Batches batches) {
        return new Examiner(admission, mappings, documents, judge, memory, batches);
    }

    @Bean
    Judgements judgements(GatewayFolders folders, ReturnForms forms, WorkingCalendar calendar, VersionShelf versions) {
        return new Judgements(forms, calendar, versions.apply(folders.calendar().bytes()));
    }

    @Bean
    Recorder recorder(
            Ledger ledger,
            Chronicle chronicle,
            Judgements judgements,
            VersionShelf versions,
            PeopleKeeping people,
            SecureRandom random) {
        return new Recorder(ledger, chronicle, judgements, versions, people, random);
    }

    @Bean
    OfficeActs officeActsSoFar(
            FiledReturns filed,
            LockSettings settings,
            Approvals approvals,
            LateExceptions exceptions,
            WorkingCalendar calendar) {
        return new OfficeActs(filed, approvals, exceptions, settings, calendar.zone());
    }

    @Bean
    Locks locks(WorkingCalendar calendar, ReturnForms forms, OfficeActs office) {
        return new Locks(new MonthOver(calendar), new EditionAge(forms, calendar.zone()), office);
    }

    @Bean
    SubmissionFlow submissionFlow(
            Examiner examiner,
            Batches batches,
            Recorder recorder,
            Locks locks,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new SubmissionFlow(examiner, batches, recorder, locks, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ReplayFlow replayFlow(
            Ledger ledger,
            MappingShelf mappings,
            VersionShelf versions,
            ReplayFlow.Editions editions,
            PlatformTransactionManager transactions) {
        return new ReplayFlow(ledger, mappings, versions, editions, transactions);
    }

    @Bean
    Promotions promotions(Ledger ledger, Audit audit, PlatformTransactionManager transactions, Clock clock) {
        return new Promotions(ledger, audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ReplayFlow.Editions editions(ReturnForms forms, ReportingUnits units, Batches batches) {
        return new ReplayFlow.Editions(forms, units, batches);
    }

    @Bean
    EvidenceCheck evidenceCheck(
            Signer signer,
            Audit audit,
            PlatformTransactionManager transactions,
            WorkingCalendar calendar,
            Clock clock) {
        return new EvidenceCheck(signer, audit, new TransactionTemplate(transactions), calendar, clock);
    }
}
