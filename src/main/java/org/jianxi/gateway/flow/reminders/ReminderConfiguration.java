package org.jianxi.gateway.flow.reminders;

import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.Windows;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.ReminderBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders, put together; how letters are sent is transport's. */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

    @Bean
    ContactFile contactFile(GatewayFolders folders) {
        return new ContactFile(folders.home(), folders.var());
    }

    @Bean
    ReminderLetters reminderLetters(JdbcClient jdbc, ContactFile contacts) {
        return new ReminderLetters(new ReminderBook(jdbc), contacts);
    }

    @Bean
    Reminders.Ways reminderWays(NoticeBoard board, ReminderLetters letters, FilingStatus status) {
        return new Reminders.Ways(board, letters, new ProvinceReminder(status, letters, board.patience()));
    }

    @Bean
    Reminders reminders(
            Windows windows,
            ReportingUnits units,
            WorkingCalendar calendar,
            Reminders.Ways ways,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Reminders(windows, units, calendar, ways, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ReminderDesk reminderDesk(
            Windows windows,
            ReminderDesk.Records records,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ReminderDesk(windows, records, audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ReminderDesk.Records reminderRecords(ReminderLetters letters, NoticeDeliveries notices, Ledger ledger) {
        return new ReminderDesk.Records(letters, notices, ledger.submissions());
    }
}
