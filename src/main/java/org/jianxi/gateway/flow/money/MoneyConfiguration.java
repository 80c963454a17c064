package org.jianxi.gateway.flow.money;

import javax.sql.DataSource;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.records.PublicListings;
import org.jianxi.gateway.records.money.MoneyRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The money, put together. */
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {

    @Bean
    RulesFolder subsidyRules(GatewayFolders folders) {
        var datasets = Datasets.load(folders.home());
        return new RulesFolder(
                folders.home().resolve(DatedRules.FOLDER), () -> DatedRules.load(folders.home(), datasets));
    }

    @Bean
    MoneyRecords moneyRecords(DataSource database, PlatformTransactionManager transactions) {
        return new MoneyRecords(database, new TransactionTemplate(transactions));
    }

    @Bean
    MoneyDesk moneyDesk(
            RulesFolder rules,
            MoneyRecords records,
            PublicListings listings,
            Provincial provincial,
            ReportingUnits units) {
        return new MoneyDesk(rules, records, listings, provincial, units);
    }
}
