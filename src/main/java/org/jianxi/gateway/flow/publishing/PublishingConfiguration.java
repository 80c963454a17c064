package org.jianxi.gateway.flow.publishing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.intake.Pace;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.publishing.AgencyFile;
import org.jianxi.gateway.publishing.Publications;
import org.jianxi.gateway.publishing.Words;
import org.jianxi.gateway.publishing.feed.ListDocuments;
import org.jianxi.gateway.publishing.history.ListChanges;
import org.jianxi.gateway.publishing.platform.HttpPlatformChannel;
import org.jianxi.gateway.publishing.platform.PlatformAdapter;
import org.jianxi.gateway.publishing.platform.PlatformChannel;
import org.jianxi.gateway.publishing.platform.PlatformRegister;
import org.jianxi.gateway.publishing.platform.PublicationDrain;
import org.jianxi.gateway.publishing.platform.PublicationOutbox;
import org.jianxi.gateway.publishing.platform.PublicationStandings;
import org.jianxi.gateway.publishing.platform.WantedPublications;
import org.jianxi.gateway.records.PublicFields;
import org.jianxi.gateway.records.PublicListings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The published lists, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingSettings.class)
class PublishingConfiguration {

    @Bean
    LiveFile<Publications> publications(GatewayFolders folders) {
        return Publications.open(folders.home(), Datasets.load(folders.home()));
    }

    @Bean
    Supplier<PublicFields> publicFields(LiveFile<Publications> publications) {
        return () -> new PublicFields(publications.get().stored());
    }

    @Bean
    AgencyFile agencyFile(GatewayFolders folders, ReportingUnits units) {
        return AgencyFile.open(folders.home(), folders.var(), units);
    }

    @Bean
    Words publishedWords(GatewayFolders folders, ReportingUnits units) {
        return new Words(DivisionCodes.load(folders.home()), units);
    }

    @Bean
    PublicLists publicLists(
            LiveFile<Publications> publications,
            PublicListings rows,
            AgencyFile agencies,
            PublishingSettings settings,
            WorkingCalendar calendar,
            Clock clock) {
        var terms = new PublicLists.Terms(settings.keep(), calendar.zone(), clock);
        return new PublicLists(publications, rows, agencies, terms);
    }

    @Bean
    PublicFeeds publicFeeds(
            PublishingSettings settings,
            PublicLists lists,
            ListChronicle chronicle,
            Words words,
            WorkingCalendar calendar,
            Clock clock) {
        var documents = new ListDocuments(words, settings.address() + "/api/v1/public", calendar.zone());
        var pace = new Pace(clock, settings.burst(), settings.interval());
        return new PublicFeeds(settings.feeds(), lists, chronicle, documents, pace, clock);
    }

    @Bean
    ListChronicle listChronicle(Ledger ledger, JdbcClient jdbc) {
        return new ListChronicle(ledger.log(), new ListChanges(jdbc));
    }

    @Bean
    PublicListings publicListings(DataSource database, PlatformTransactionManager transactions) {
        return new PublicListings(database, new TransactionTemplate(transactions));
    }

    @Bean
    PlatformRegister platformRegister(GatewayFolders folders) {
        return PlatformRegister.open(folders.home(), Datasets.load(folders.home()));
    }

    @Bean
    PublicationStandings publicationStandings(JdbcClient jdbc) {
        return new PublicationStandings(jdbc);
    }

    @Bean
    PublishingRound.Books publishingBooks(
            JdbcTemplate jdbc, PublicationStandings standings, ListChronicle chronicle, FilingStore store) {
        return new PublishingRound.Books(new WantedPublications(jdbc), standings, chronicle, store.incidents());
    }

    @Bean
    PublishingRound publishingRound(
            PublicLists lists,
            PlatformRegister platforms,
            PublishingRound.Books books,
            PlatformTransactionManager transactions,
            PublishingSettings settings,
            Clock clock) {
        var terms = new PublishingRound.Terms(settings.every(), settings.alarmAfter(), settings.feeds(), clock);
        return new PublishingRound(lists, platforms, books, new TransactionTemplate(transactions), terms);
    }

    @Bean
    PublishingDesk publishingDesk(
            PublicLists lists,
            ListChronicle chronicle,
            PlatformRegister platforms,
            PublicationStandings standings,
            LiveFile<Publications> publications,
            PublishingSettings settings) {
        var shown = new PublishingDesk.Shown(publications, settings.feeds());
        return new PublishingDesk(lists, chronicle, platforms, standings, shown);
    }

    @Bean
    PlatformChannel platformChannel(PublishingSettings settings, Secrets secrets) {
        return new HttpPlatformChannel(
                settings.timeout(),
                reference -> secrets.find(SecretReference.parse(reference)),
                reference -> secrets.file(SecretReference.parse(reference)));
    }

    @Bean
    PublicationDrain publicationDrain(
            PlatformRegister platforms,
            PlatformChannel channel,
            PlatformAdapter adapter,
            JdbcClient jdbc,
            PublicationDrain.Pace pace) {
        return new PublicationDrain(platforms, new PublicationOutbox(jdbc), adapter, channel, pace);
    }

    @Bean
    PlatformAdapter platformAdapter(LiveFile<Publications> publications, Words words) {
        return new PlatformAdapter(publications, words);
    }

    @Bean
    PublicationDrain.Pace publicationPace(
            PublishingSettings settings, PlatformTransactionManager transactions, SecureRandom random, Clock clock) {
        var backoff = new Backoff(settings.firstWait(), settings.longestWait(), random);
        return new PublicationDrain.Pace(backoff, new TransactionTemplate(transactions), clock);
    }
}
