package org.jianxi.gateway.flow.overlaps;

import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.overlaps.OverlapList;
import org.jianxi.gateway.overlaps.Overlaps;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What finds overlaps and closes them, put together. */
@Configuration(proxyBeanMethods = false)
class OverlapConfiguration {

    @Bean
    OverlapList overlapList(NamedParameterJdbcOperations jdbc) {
        return new OverlapList(jdbc);
    }

    @Bean
    OverlapDesk overlapDesk(
            NamedParameterJdbcOperations jdbc,
            NoticeBoard board,
            PersonKeys keys,
            WorkingCalendar calendar,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        var office = new OverlapDesk.Office(audit, new TransactionTemplate(transactions), clock);
        return new OverlapDesk(new Overlaps(jdbc), board, keys, calendar, office);
    }
}
