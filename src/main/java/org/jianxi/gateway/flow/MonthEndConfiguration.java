package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.Timestamps;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.Signer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The province's month end, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrintSettings.class)
class MonthEndConfiguration {

    @Bean
    FiledReturns filedReturns(JdbcClient jdbc) {
        return new FiledReturns(jdbc);
    }

    @Bean
    Approvals approvals(JdbcClient jdbc) {
        return new Approvals(jdbc);
    }

    @Bean
    Provincial provincial(
            Ledger ledger, FiledReturns filed, ReturnForms forms, ReportingUnits units, Provincial.Ground ground) {
        return new Provincial(ledger, filed, forms, units, ground);
    }

    @Bean
    Provincial.Ground provincialGround(Memory memory, LedgerGuard guard) {
        return new Provincial.Ground(memory, guard);
    }

    @Bean
    NextFilings nextFilings(Provincial provincial, FiledReturns filed, Ledger ledger, ReportingUnits units) {
        return new NextFilings(provincial, filed, ledger, units);
    }

    @Bean
    FilingDocuments filingDocuments(
            FiledReturns filed, Provincial provincial, NextFilings filings, ReportingUnits units) {
        return new FilingDocuments(filed, provincial, filings, units);
    }

    @Bean
    FilingDesk.Outgoing outgoing(FilingStore store, WorkingCalendar calendar, CorrectionNotices notices) {
        return new FilingDesk.Outgoing(store.outbox(), calendar, notices);
    }

    @Bean
    FilingDesk.Sealing sealing(OwnSigners signers, SecureRandom random) {
        return new FilingDesk.Sealing(signers, random);
    }

    @Bean
    FilingDesk filingDesk(
            ReportingUnits units,
            FilingDesk.Sealing sealing,
            Ledger ledger,
            FiledReturns filed,
            FilingDesk.Outgoing outgoing) {
        return new FilingDesk(units, sealing, ledger, filed, outgoing);
    }

    @Bean
    FilingStatus filingStatus(FiledReturns filed, FilingStore store, TypedAcknowledgements typed) {
        return new FilingStatus(filed, store, typed);
    }

    @Bean
    Archive.Keys evidenceKeys(Signer signer, TrustFolder trust) {
        return new Archive.Keys(signer, () -> trust.current().revocationLists());
    }

    @Bean
    Archive archive(
            Ledger ledger, VersionShelf versions, ReportingUnits units, Timestamps timestamps, Archive.Keys keys) {
        return new Archive(ledger.keptFiles(), versions, units, timestamps, keys);
    }

    @Bean
    EvidenceDesk evidenceDesk(Ledger ledger, FiledReturns filed, Provincial provincial, Archive archive, Clock clock) {
        return new EvidenceDesk(ledger, filed, provincial, archive, clock);
    }

    @Bean
    MonthEndFlow monthEndFlow(
            Months months, FiledReturns filed, FilingDesk desk, Reasons reasons, MonthEndFlow.Acts acts) {
        return new MonthEndFlow(months, filed, desk, reasons, acts);
    }

    @Bean
    MonthEndFlow.Acts officeActs(
            PlatformTransactionManager transactions, Audit audit, Clock clock, LedgerGuard guard, Ledger ledger) {
        return new MonthEndFlow.Acts(new TransactionTemplate(transactions), audit, clock, guard, ledger.log());
    }
}
