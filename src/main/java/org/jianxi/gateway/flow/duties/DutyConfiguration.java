package org.jianxi.gateway.flow.duties;

import javax.sql.DataSource;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.records.duties.DutyCounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The duties, put together. */
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

    @Bean
    DutyDesk dutyDesk(GatewayFolders folders, DataSource database, Provincial provincial, ReportingUnits units) {
        var files = new DutyFiles(folders.home(), Datasets.load(folders.home()));
        return new DutyDesk(files, new DutyCounts(database), provincial, units);
    }
}
