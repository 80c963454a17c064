package org.jianxi.gateway.flow.reading;

import java.time.Clock;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.ReturnLooks;
import org.jianxi.gateway.flow.Provincial;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read beside the province's figures, put together. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    ReturnReading returnReading(Provincial provincial, JdbcClient jdbc, ReportingUnits units, Clock clock) {
        return new ReturnReading(provincial, new ReturnLooks(jdbc), units, clock);
    }
}
