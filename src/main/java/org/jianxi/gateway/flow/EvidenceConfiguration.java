package org.jianxi.gateway.flow;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.flow.publishing.ListChronicle;
import org.jianxi.gateway.flow.publishing.PublishedListCheck;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Bodies;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.ledger.Fsck;
import org.jianxi.gateway.ledger.LeafCheck;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.OwnSeals;
import org.jianxi.gateway.publishing.history.ListChanges;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.records.RecordTree;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Signer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What makes the ledger show itself, and what watches it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

    @Bean
    OwnSeals ownSeals(KeyRing keys) {
        return new OwnSeals(keys.certificates());
    }

    @Bean
    Witness witness(EvidenceSettings settings, GatewayFolders folders) {
        var named = settings.witness();
        return new Witness(named.isEmpty() ? List.of(folders.var().resolve("witness")) : named);
    }

    @Bean
    LedgerEvidence ledgerEvidence(Ledger ledger, Witness witness, Clock clock) {
        return new LedgerEvidence(ledger, witness, clock);
    }

    @Bean
    Erasures erasures(JdbcClient jdbc, Ledger ledger) {
        return new Erasures(jdbc, ledger.leaves(), ledger.log());
    }

    @Bean
    ErasureFlow erasureFlow(
            Erasures erasures,
            Bodies bodies,
            RecordStore records,
            Audit audit,
            PlatformTransactionManager transactions,
            WorkingCalendar calendar,
            Clock clock) {
        var due = new DueErasures(erasures, bodies, records);
        return new ErasureFlow(due, audit, new TransactionTemplate(transactions), clock, calendar.zone());
    }

    @Bean
    RecordsCheck recordsCheck(Batches batches, Ledger ledger, JdbcTemplate jdbc, PersonKeys keys, Erasures erasures) {
        return new RecordsCheck(batches, ledger.submissions(), new RecordTree(jdbc, keys), erasures);
    }

    @Bean
    Fsck fsck(
            JdbcClient jdbc,
            OwnSeals seals,
            FiledReturns filed,
            Ledger ledger,
            Erasures erasures,
            Bodies bodies,
            RecordsCheck records) {
        var leaves = new LeafCheck(ledger.leaves(), erasures);
        var others = new HashMap<>(OfficeActCheck.all(jdbc));
        others.put(FilingDesk.PROVINCIAL_RETURN, new ReturnCheck(filed, leaves, seals));
        others.put(Ledger.SUBMISSION, records);
        others.put(ListChronicle.ENTRY, new PublishedListCheck(new ListChanges(jdbc)));
        return Fsck.of(jdbc, seals, bodies, others).asking(new OfficeActRows(jdbc)::first);
    }

    @Bean
    LedgerGuard ledgerGuard(Fsck fsck, Ledger ledger, Witness witness, OwnSeals seals) {
        return new LedgerGuard(fsck, ledger.log(), witness, seals);
    }

    @Bean
    VerifiedPoints verifiedPoints(Witness witness, OwnSeals seals, Signer signer, Clock clock) {
        return new VerifiedPoints(witness, seals, signer, clock);
    }

    @Bean
    LedgerInspection ledgerInspection(
            LedgerGuard guard, Ledger ledger, VerifiedPoints points, PlatformTransactionManager transactions) {
        return new LedgerInspection(guard, ledger, points, transactions);
    }

    /** Nothing is taken in on top of a ledger that went backwards: a gateway over one does not start. */
    @Bean
    @ConditionalOnProperty(name = "jianxi.evidence.start-check", matchIfMissing = true)
    StartCheck startCheck(LedgerGuard guard) {
        guard.requireForwards();
        return new StartCheck();
    }

    /** Is there when the ledger was found to go forwards. */
    record StartCheck() {}
}
