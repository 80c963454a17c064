package org.jianxi.gateway.flow.derived;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.records.derived.DeliveredDatasets;
import org.jianxi.gateway.records.derived.DerivedFigures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures from records, put together. */
@Configuration(proxyBeanMethods = false)
class DerivedConfiguration {

    @Bean
    DerivedFigures derivedFigures(DataSource database) {
        return new DerivedFigures(database);
    }

    @Bean
    DerivedDesk derivedDesk(
            Provincial provincial,
            DerivedFigures figures,
            DataSource database,
            GatewayFolders folders,
            ReturnForms forms,
            ReportingUnits units) {
        var definitions = new DefinitionFiles(folders.home(), Datasets.load(folders.home()));
        return new DerivedDesk(provincial, figures, new DeliveredDatasets(database), definitions, forms, units);
    }

    @Bean
    ReadyFigures readyFigures(DerivedDesk desk, JdbcClient jdbc, Clock clock, WorkingCalendar calendar) {
        return new ReadyFigures(month -> desk.of(month, Optional.empty()), jdbc, clock, calendar.zone());
    }

    @Bean
    ReconciliationDesk reconciliationDesk(DerivedDesk desk, DerivedFigures figures) {
        return new ReconciliationDesk(desk, figures);
    }
}
