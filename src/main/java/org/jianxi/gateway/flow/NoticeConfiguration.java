package org.jianxi.gateway.flow;

import java.time.Clock;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.notices.Pauses;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices to the sources' own systems, put together; how they are sent is transport's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class NoticeConfiguration {

    @Bean
    NoticeOutbox noticeOutbox(JdbcClient jdbc) {
        return new NoticeOutbox(jdbc);
    }

    @Bean
    NoticeDeliveries noticeDeliveries(JdbcClient jdbc, WebhookSettings settings) {
        return new NoticeDeliveries(jdbc, settings.giveUpAfter());
    }

    @Bean
    Pauses webhookPauses(JdbcClient jdbc) {
        return new Pauses(jdbc);
    }

    @Bean
    Subscriptions subscriptions(SourceRegister sources, Secrets secrets) {
        return new Subscriptions(sources, secrets);
    }

    @Bean
    NoticeBoard noticeBoard(NoticeOutbox outbox, Subscriptions subscriptions, WebhookSettings settings) {
        return new NoticeBoard(outbox, subscriptions, settings.giveUpAfter());
    }

    @Bean
    Chronicle chronicle(Audit audit, NoticeBoard board) {
        return new Chronicle(audit, board);
    }

    @Bean
    CorrectionNotices correctionNotices(NoticeBoard board, Clock clock) {
        return new CorrectionNotices(board, clock);
    }

    @Bean
    NoticeOffice noticeOffice(Subscriptions subscriptions, FilingStore store, Clock clock) {
        return new NoticeOffice(subscriptions, store.incidents(), clock);
    }
}
