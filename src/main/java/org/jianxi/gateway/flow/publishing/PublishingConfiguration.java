package org.jianxi.gateway.flow.publishing;

import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.intake.Pace;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.publishing.AgencyFile;
import org.jianxi.gateway.publishing.Publications;
import org.jianxi.gateway.publishing.Words;
import org.jianxi.gateway.publishing.feed.ListDocuments;
import org.jianxi.gateway.records.PublicFields;
import org.jianxi.gateway.records.PublicListings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    ListChronicle listChronicle(Ledger ledger) {
        return new ListChronicle(ledger.log());
    }

    @Bean
    PublicListings publicListings(DataSource database, PlatformTransactionManager transactions) {
        return new PublicListings(database, new TransactionTemplate(transactions));
    }
}
