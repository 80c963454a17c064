package org.jianxi.gateway.flow.screening;

import java.util.function.Supplier;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.inquiries.Inquiries;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.screening.Screening;
import org.jianxi.gateway.screening.ScreeningTerms;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What screens records and asks about hits, put together. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    LiveFile<ScreeningTerms> screeningTerms(GatewayFolders folders) {
        return ScreeningTerms.open(folders.home());
    }

    @Bean
    InquiryList screeningList(NamedParameterJdbcOperations jdbc) {
        return new InquiryList(jdbc, Screening.MATTER);
    }

    @Bean
    InquiryDesk.Asked screeningAsked(NamedParameterJdbcOperations jdbc, LiveFile<ScreeningTerms> terms) {
        return asked(jdbc, terms);
    }

    @Bean
    InquiryDesk screeningDesk(
            InquiryDesk.Asked screeningAsked,
            NoticeBoard board,
            PersonKeys keys,
            WorkingCalendar calendar,
            InquiryDesk.Office office) {
        return new InquiryDesk(screeningAsked, board, keys, calendar, office);
    }

    static InquiryDesk.Asked asked(NamedParameterJdbcOperations jdbc, Supplier<ScreeningTerms> terms) {
        return new InquiryDesk.Asked(
                new Inquiries(jdbc, Screening.MATTER), new Screening(jdbc, terms), ScreeningRule.ALL);
    }
}
