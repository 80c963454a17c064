package org.jianxi.gateway.flow.yearly;

import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.flow.Archive;
import org.jianxi.gateway.flow.EvidenceDesk;
import org.jianxi.gateway.flow.FilingStatus;
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
    YearDesk.Office yearsOffice(LateExceptions exceptions, ReturnedSubmissions returned) {
        return new YearDesk.Office(exceptions, returned);
    }
}
