package org.jianxi.gateway.transport;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.flow.NoticeOffice;
import org.jianxi.gateway.flow.WebhookSettings;
import org.jianxi.gateway.flow.publishing.PublishingRound;
import org.jianxi.gateway.flow.reminders.LetterRound;
import org.jianxi.gateway.flow.reminders.ReminderLetters;
import org.jianxi.gateway.notices.DayTime;
import org.jianxi.gateway.notices.LetterCarrier;
import org.jianxi.gateway.notices.NoticeDrain;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.notices.Pauses;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.publishing.platform.PlatformRegister;
import org.jianxi.gateway.publishing.platform.PublicationDrain;
import org.jianxi.gateway.transport.outbox.HttpWebhookChannel;
import org.jianxi.gateway.transport.outbox.PlatformOutbox;
import org.jianxi.gateway.transport.outbox.WebhookOutbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways by which notices, letters and published lists leave the house. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    NoticeDrain.Pace noticePace(WebhookSettings settings, WorkingCalendar calendar, Clock clock, SecureRandom random) {
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), random);
        return new NoticeDrain.Pace(backoff, new DayTime(calendar.zone()), clock);
    }

    @Bean
    NoticeDrain noticeDrain(
            NoticeOutbox outbox, Pauses pauses, NoticeOffice office, NoticeDrain.Pace pace, WebhookSettings settings) {
        var channel = new HttpWebhookChannel(settings.timeout(), settings.hosts(), pace.clock());
        return new NoticeDrain(outbox, pauses, channel, office, pace);
    }

    @Bean(destroyMethod = "close")
    WebhookOutbox webhookOutbox(NoticeDrain drain) {
        return new WebhookOutbox(drain);
    }

    @Bean
    LetterRound letterRound(
            ReminderLetters letters,
            LetterCarrier carrier,
            FilingStore store,
            NoticeDrain.Pace notices,
            SecureRandom random) {
        var pace = new LetterRound.Pace(Backoff.standard(random), notices.day(), notices.clock());
        return new LetterRound(letters.book(), carrier, store.incidents(), pace);
    }

    @Bean(destroyMethod = "close")
    PlatformOutbox platformOutbox(PublishingRound round, PlatformRegister platforms, PublicationDrain drain) {
        return new PlatformOutbox(round, platforms, drain);
    }
}
