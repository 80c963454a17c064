package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the office does with a month beside approving and filing it, put together. */
@Configuration(proxyBeanMethods = false)
class MonthWorkflowConfiguration {

    @Bean
    ReturnedSubmissions returnedSubmissions(JdbcClient jdbc) {
        return new ReturnedSubmissions(jdbc);
    }

    @Bean
    LateExceptions lateExceptions(JdbcClient jdbc) {
        return new LateExceptions(jdbc);
    }

    @Bean
    LiveFile<Map<Reasons.Use, List<Reasons.Reason>>> reasonLists(GatewayFolders folders) {
        return Reasons.open(folders.home());
    }

    @Bean
    Reasons reasons(LiveFile<Map<Reasons.Use, List<Reasons.Reason>>> lists) {
        return new Reasons(lists);
    }

    @Bean
    OfficeRemarks officeRemarks(ReturnedSubmissions returned, LateExceptions exceptions) {
        return new OfficeRemarks(returned, exceptions);
    }

    @Bean
    Explanations explanations(Ledger ledger, Reasons reasons) {
        return new Explanations(ledger.submissions(), reasons);
    }

    @Bean
    OfficeNotices officeNotices(NoticeBoard board) {
        return new OfficeNotices(board);
    }

    @Bean
    Months months(NextFilings next, Approvals approvals, FilingStatus status, ReturnedSubmissions returned) {
        return new Months(next, approvals, status, returned);
    }

    @Bean
    SendingBackDesk sendingBackDesk(
            Months months, Ledger ledger, FiledReturns filed, SendingBackDesk.Book book, MonthEndFlow.Acts acts) {
        return new SendingBackDesk(months, ledger, filed, book, acts);
    }

    @Bean
    SendingBackDesk.Book sendingBackBook(ReturnedSubmissions returned, Reasons reasons, OfficeNotices notices) {
        return new SendingBackDesk.Book(returned, reasons, notices);
    }

    @Bean
    LateExceptionDesk lateExceptionDesk(
            Ledger ledger,
            FiledReturns filed,
            LateExceptionDesk.Book book,
            WorkingCalendar calendar,
            MonthEndFlow.Acts acts) {
        return new LateExceptionDesk(ledger.log(), filed, book, calendar, acts);
    }

    @Bean
    LateExceptionDesk.Book lateExceptionBook(
            LateExceptions exceptions, Reasons reasons, ReportingUnits units, OfficeNotices notices) {
        return new LateExceptionDesk.Book(exceptions, reasons, units, notices);
    }
}
