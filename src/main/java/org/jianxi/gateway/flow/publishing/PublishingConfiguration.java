package org.jianxi.gateway.flow.publishing;

import javax.sql.DataSource;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.publishing.Publications;
import org.jianxi.gateway.records.PublicFields;
import org.jianxi.gateway.records.PublicListings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The published lists, put together. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    Publications publications(GatewayFolders folders) {
        return Publications.load(folders.home(), Datasets.load(folders.home()));
    }

    @Bean
    PublicFields publicFields(Publications publications) {
        return new PublicFields(publications.stored());
    }

    @Bean
    PublicListings publicListings(DataSource database, PlatformTransactionManager transactions) {
        return new PublicListings(database, new TransactionTemplate(transactions));
    }
}
