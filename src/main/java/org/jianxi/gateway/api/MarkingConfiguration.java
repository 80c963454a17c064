package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.marking.FindingsWorkbook;
import org.jianxi.gateway.marking.Remedies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Findings as workbooks, with the words of the rules as published. */
@Configuration(proxyBeanMethods = false)
class MarkingConfiguration {

    @Bean
    FindingsWorkbook findingsWorkbook(GatewayFolders folders) {
        return new FindingsWorkbook(Remedies.read(folders.home()));
    }
}
