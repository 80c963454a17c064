package org.jianxi.gateway.flow.handover;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.handover.Handovers;
import org.jianxi.gateway.handover.Leavers;
import org.jianxi.gateway.handover.ReceiverFile;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.signing.Envelope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Handing lists over, put together. */
@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {

    @Bean
    People handedOver(GatewayFolders folders, JdbcClient jdbc, RecordStore store, Looks looks) {
        var trainees = Datasets.load(folders.home()).find("trainees").orElseThrow();
        var list = new HandoverList(trainees, DivisionCodes.load(folders.home()));
        return new People(new Leavers(jdbc), store, looks, list);
    }

    @Bean
    HandoverDesk.Books handoverBooks(JdbcClient jdbc, Ledger ledger, Audit audit) {
        return new HandoverDesk.Books(new Handovers(jdbc), ledger.log(), audit);
    }

    @Bean
    HandoverDesk.Terms handoverTerms(PlatformTransactionManager transactions, Clock clock, WorkingCalendar calendar) {
        return new HandoverDesk.Terms(new TransactionTemplate(transactions), clock, calendar.zone());
    }

    @Bean
    ReceiverFile receiverFile(GatewayFolders folders, ReportingUnits units) {
        return new ReceiverFile(folders.home(), folders.var(), units::includes);
    }

    @Bean
    HandoverDesk handoverDesk(
            ReceiverFile receivers,
            People people,
            HandoverDesk.Books books,
            HandoverDesk.Terms terms,
            SecureRandom random) {
        return new HandoverDesk(receivers, people, new Envelope(random), books, terms);
    }
}
