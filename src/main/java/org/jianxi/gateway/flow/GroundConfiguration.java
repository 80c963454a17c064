package org.jianxi.gateway.flow;

import java.security.SecureRandom;
import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the stations stand on: forms, calendar, time. The only place that makes a clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayFolders.class)
class GroundConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    VersionShelf versionShelf() {
        return new VersionShelf();
    }

    @Bean
    ReturnForms returnForms(GatewayFolders folders, VersionShelf versions) {
        return ReturnForms.load(folders.home(), versions);
    }

    @Bean
    ReportingUnits reportingUnits(GatewayFolders folders) {
        return Divisions.reportingUnits(folders.home());
    }

    @Bean
    WorkingCalendar workingCalendar(GatewayFolders folders) {
        return folders.calendar().read();
    }

    @Bean
    CanonicalDocuments canonicalDocuments(ReturnForms forms) {
        return new CanonicalDocuments(forms);
    }
}
