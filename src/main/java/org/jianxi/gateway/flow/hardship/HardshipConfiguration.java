package org.jianxi.gateway.flow.hardship;

import java.nio.file.Path;
import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.inquiries.InquiryRetention;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Erasures;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.registries.marks.MarkCalendar;
import org.jianxi.gateway.registries.marks.MarkHistory;
import org.jianxi.gateway.registries.marks.MarkList;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.marks.PersonalWords;
import org.jianxi.gateway.registries.marks.Priorities;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The marks and who acts on them, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HardshipSettings.class)
class HardshipConfiguration {

    private static final String DATASET = "hardship-matches";

    @Bean
    Marks marks(NamedParameterJdbcOperations jdbc, PersonKeys keys, WorkingCalendar calendar) {
        return new Marks(jdbc, new PersonalWords(keys), calendar.zone());
    }

    @Bean
    MarkList markList(NamedParameterJdbcOperations jdbc) {
        return new MarkList(jdbc);
    }

    @Bean
    HardshipNews hardshipNews(NoticeBoard board, MarkList list) {
        return new HardshipNews(board, list);
    }

    @Bean
    HardshipDesk.Office hardshipOffice(
            Audit audit, HardshipNews news, PlatformTransactionManager transactions, Clock clock) {
        return new HardshipDesk.Office(audit, news, new TransactionTemplate(transactions), clock);
    }

    @Bean
    HardshipDesk hardshipDesk(Marks marks, MarkList list, GatewayFolders folders, HardshipDesk.Office office) {
        Path home = folders.home();
        return new HardshipDesk(marks, list, Datasets.load(home).find(DATASET).orElseThrow(), office);
    }

    @Bean
    WrittenWords writtenWords(NamedParameterJdbcOperations jdbc, PersonKeys keys, HardshipDesk.Office office) {
        return new WrittenWords(new MarkHistory(jdbc, new PersonalWords(keys)), office.audit(), office.transaction());
    }

    @Bean
    HardshipDays hardshipDays(
            Marks marks,
            HardshipSettings settings,
            WorkingCalendar calendar,
            HardshipDesk.Office office,
            Erasures erasures) {
        var erasing = new HardshipDays.Erasing(new InquiryRetention(marks.jdbc()), erasures);
        return new HardshipDays(
                new MarkCalendar(marks),
                office,
                erasing,
                new HardshipDays.Terms(settings.keepEnded(), calendar.zone()));
    }

    @Bean
    PriorityDesk priorityDesk(
            NamedParameterJdbcOperations jdbc,
            RecordStore store,
            Looks looks,
            WorkingCalendar calendar,
            HardshipDesk.Office office) {
        return new PriorityDesk(
                new Priorities(jdbc),
                new PriorityDesk.Openings(store, looks),
                office.transaction(),
                office.clock(),
                calendar.zone());
    }
}
