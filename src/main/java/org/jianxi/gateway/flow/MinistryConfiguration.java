package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.filing.Acknowledgement;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.AcknowledgementVerifier;
import org.jianxi.gateway.filing.AfterAcknowledged;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.HttpMinistryChannel;
import org.jianxi.gateway.filing.MinistryChannel;
import org.jianxi.gateway.filing.MinistryMessage;
import org.jianxi.gateway.filing.OutboxDrain;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.flow.byhand.ByHandDesk;
import org.jianxi.gateway.flow.byhand.SignedWordDesk;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and its way to the ministry, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MinistrySettings.class)
class MinistryConfiguration {

    /** The kind of entry the ministry's acknowledgement makes. */
    private static final String ACKNOWLEDGEMENT = "acknowledgement";

    @Bean
    FilingStore filingStore(JdbcClient jdbc) {
        return FilingStore.of(jdbc);
    }

    @Bean
    @ConditionalOnProperty("jianxi.ministry.url")
    @ConditionalOnProperty(name = "jianxi.ministry.channel", havingValue = "https", matchIfMissing = true)
    MinistryChannel ministryChannel(MinistrySettings settings) {
        return HttpMinistryChannel.to(Objects.requireNonNull(settings.url()), settings.timeout());
    }

    @Bean
    @ConditionalOnProperty("jianxi.ministry.certificate")
    AcknowledgementDesk acknowledgementDesk(
            FilingStore store,
            MinistrySettings settings,
            PlatformTransactionManager transactions,
            AfterAcknowledged after) {
        var pinned = SigningCertificate.read(Objects.requireNonNull(settings.certificate()));
        return new AcknowledgementDesk(
                store,
                new AcknowledgementVerifier(new SealVerifier(pinned)),
                new TransactionTemplate(transactions),
                after);
    }

    @Bean
    @ConditionalOnProperty("jianxi.ministry.url")
    @ConditionalOnProperty(name = "jianxi.ministry.channel", havingValue = "https", matchIfMissing = true)
    OutboxDrain outboxDrain(
            FilingStore store,
            MinistryChannel channel,
            AcknowledgementDesk desk,
            MinistrySettings settings,
            Clock clock) {
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), new SecureRandom());
        return new OutboxDrain(store, channel, desk, backoff, clock);
    }

    /** Where returns are handed in; with any other channel it takes nothing. */
    @Bean
    ByHandDesk byHandDesk(
            FiledReturns filed,
            FilingStore store,
            TypedAcknowledgements typed,
            MinistrySettings settings,
            ByHandDesk.Acts acts) {
        return new ByHandDesk(filed, store, typed, settings.channel() == MinistrySettings.Channel.BY_HAND, acts);
    }

    /** The signed word as a file, where returns are handed in. */
    @Bean
    SignedWordDesk signedWordDesk(
            FiledReturns filed,
            FilingStore store,
            TypedAcknowledgements typed,
            ObjectProvider<AcknowledgementDesk> desk,
            MinistrySettings settings,
            SignedWordDesk.Acts acts) {
        var byHand = settings.channel() == MinistrySettings.Channel.BY_HAND;
        return new SignedWordDesk(
                filed, store, typed, Optional.ofNullable(desk.getIfAvailable()).filter(one -> byHand), acts);
    }

    @Bean
    SignedWordDesk.Acts signedWordActs(Audit audit, PlatformTransactionManager transactions, Clock clock) {
        return new SignedWordDesk.Acts(audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ByHandDesk.Acts byHandActs(
            Ledger ledger,
            Audit audit,
            CorrectionNotices notices,
            WorkingCalendar calendar,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ByHandDesk.Acts(
                ledger.log(), audit, notices::returned, new TransactionTemplate(transactions), calendar.zone(), clock);
    }

    @Bean
    TypedAcknowledgements typedAcknowledgements(JdbcClient jdbc) {
        return new TypedAcknowledgements(jdbc);
    }

    /** Into the ledger; and when the ministry sends a return back, those behind it are told. */
    @Bean
    AfterAcknowledged afterAcknowledged(Ledger ledger, FiledReturns filed, CorrectionNotices notices, Clock clock) {
        return (message, acknowledgement, signed) -> {
            ledger.log()
                    .append(
                            ACKNOWLEDGEMENT,
                            acknowledgement.acknowledgementId(),
                            statement(message, acknowledgement, signed),
                            clock.instant());
            if (acknowledgement.verdict() == Acknowledgement.Verdict.REJECTED) {
                filed.find(message.messageId()).ifPresent(notices::returned);
            }
        };
    }

    private static Map<String, Object> statement(
            MinistryMessage message, Acknowledgement acknowledgement, SignedAcknowledgement signed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("acknowledgementId", acknowledgement.acknowledgementId());
        body.put("messageId", message.messageId());
        body.put("digest", acknowledgement.digest().hex());
        body.put("verdict", acknowledgement.verdict().wireName());
        body.put("receivedAt", acknowledgement.receivedAt().toString());
        body.put("content", Sm3.of(signed.content()).hex());
        return body;
    }
}
