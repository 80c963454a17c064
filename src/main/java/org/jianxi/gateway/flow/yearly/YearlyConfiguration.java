package org.jianxi.gateway.flow.yearly;

import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.flow.Archive;
import org.jianxi.gateway.flow.EvidenceDesk;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.Memory;
import org.jianxi.gateway.flow.NextFilings;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.flow.reminders.ReminderDesk;
import org.jianxi.gateway.flow.targets.TargetDesk;
import org.jianxi.gateway.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The year's archive, put together. */
@Configuration(proxyBeanMethods = false)
class YearlyConfiguration {

    @Bean
    YearDesk yearDesk(
            EvidenceDesk evidence,
            FilingStatus status,
            YearDesk.Office office,
            Archive archive,
            WorkingCalendar calendar,
            Clock clock) {
        return new YearDesk(evidence, status, office, archive.keys(), calendar, clock);
    }

    @Bean
    ReportDesk reportDesk(
            ReportDesk.Figures figures,
            ReportDesk.Readings readings,
            ReportingUnits units,
            WorkingCalendar calendar,
            Clock clock) {
        return new ReportDesk(figures, readings, units, calendar, clock);
    }

    @Bean
    ReportDesk.Figures yearsFigures(
            Provincial provincial, NextFilings filings, FilingStatus status, TargetDesk targets) {
        return new ReportDesk.Figures(provincial, filings, status, targets);
    }

    @Bean
    ReportDesk.Readings yearsReadings(
            Ledger ledger, Memory memory, YearDesk.Office office, Reasons reasons, ReminderDesk reminders) {
        return new ReportDesk.Readings(ledger, memory, office, reasons, reminders);
    }

    @Bean
    YearDesk.Office yearsOffice(LateExceptions exceptions, ReturnedSubmissions returned) {
        return new YearDesk.Office(exceptions, returned);
    }
}
