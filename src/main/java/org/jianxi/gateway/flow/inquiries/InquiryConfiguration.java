package org.jianxi.gateway.flow.inquiries;

import java.time.Clock;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What inquiries of every matter share, put together. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {

    @Bean
    InquiryDesk.Office inquiryOffice(Audit audit, PlatformTransactionManager transactions, Clock clock) {
        return new InquiryDesk.Office(audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    InquiryReading inquiryReading(RecordStore store, Looks looks, PersonKeys keys, InquiryDesk.Office inquiryOffice) {
        return new InquiryReading(store, looks, keys, inquiryOffice);
    }
}
