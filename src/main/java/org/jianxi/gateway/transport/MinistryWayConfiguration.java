package org.jianxi.gateway.transport;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.DeadlineAlarm;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.OutboxDrain;
import org.jianxi.gateway.flow.MinistrySettings;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.transport.deposit.SftpLines;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.outbox.MinistryOutbox;
import org.jianxi.gateway.transport.outbox.SftpMinistryChannel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the ministry that need more than an HTTP client, and what empties the outbox by whichever is configured. */
@Configuration(proxyBeanMethods = false)
class MinistryWayConfiguration {

    private static final Duration USUAL_COLLECTING = Duration.ofMinutes(1);

    @Bean
    MinistryOutbox ministryOutbox(
            ObjectProvider<OutboxDrain> drain, FilingStore store, MinistrySettings settings, Clock clock) {
        var sftp = settings.sftp();
        return new MinistryOutbox(
                drain,
                new DeadlineAlarm(store, settings.alarmBefore(), clock),
                sftp == null ? USUAL_COLLECTING : sftp.every(),
                clock);
    }

    @Bean
    @ConditionalOnProperty(name = "jianxi.ministry.channel", havingValue = "sftp")
    SftpMinistryChannel sftpMinistryChannel(SftpLines lines, BodyBudget budget, MinistrySettings settings) {
        var sftp = settings.sftp();
        if (sftp == null || settings.certificate() == null) {
            throw new IllegalStateException(
                    "jianxi.ministry.channel is sftp: jianxi.ministry.sftp.* and jianxi.ministry.certificate must be set");
        }
        return new SftpMinistryChannel(lines, budget, sftp, settings.timeout());
    }

    @Bean
    @ConditionalOnProperty(name = "jianxi.ministry.channel", havingValue = "sftp")
    OutboxDrain sftpOutboxDrain(
            FilingStore store,
            SftpMinistryChannel channel,
            AcknowledgementDesk desk,
            MinistrySettings settings,
            Clock clock) {
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), new SecureRandom());
        return new OutboxDrain(store, channel, desk, backoff, clock);
    }
}
