package org.jianxi.gateway.flow.targets;

import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Provincial;
import org.jianxi.gateway.forms.TargetFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The targets, put together. */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

    @Bean
    TargetDesk targetDesk(GatewayFolders folders, Provincial provincial, ReportingUnits units) {
        return new TargetDesk(new TargetFiles(folders.home(), units), provincial, units);
    }
}
