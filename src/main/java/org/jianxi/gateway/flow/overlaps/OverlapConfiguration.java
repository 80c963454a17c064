package org.jianxi.gateway.flow.overlaps;

import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.inquiries.Inquiries;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.overlaps.Overlaps;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What finds overlaps and closes them, put together. */
@Configuration(proxyBeanMethods = false)
class OverlapConfiguration {

    @Bean
    InquiryList overlapList(NamedParameterJdbcOperations jdbc) {
        return new InquiryList(jdbc, Overlaps.MATTER);
    }

    @Bean
    InquiryDesk overlapDesk(
            NamedParameterJdbcOperations jdbc,
            NoticeBoard board,
            PersonKeys keys,
            WorkingCalendar calendar,
            InquiryDesk.Office office) {
        return new InquiryDesk(asked(jdbc), board, keys, calendar, office);
    }

    static InquiryDesk.Asked asked(NamedParameterJdbcOperations jdbc) {
        return new InquiryDesk.Asked(new Inquiries(jdbc, Overlaps.MATTER), new Overlaps(jdbc), OverlapRule.ALL);
    }
}
