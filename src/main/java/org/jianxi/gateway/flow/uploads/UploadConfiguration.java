package org.jianxi.gateway.flow.uploads;

import java.time.Clock;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk where people of units deliver, put together. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    UploadDesk uploadDesk(SourceRegister sources, Reception reception, Audit audit, Clock clock) {
        return new UploadDesk(sources, reception, audit, clock);
    }

    @Bean
    ExplanationDesk explanationDesk(ReturnStories stories, UploadDesk uploads, Reasons reasons) {
        return new ExplanationDesk(stories, uploads, reasons);
    }

    @Bean
    LiveFile<JumpThresholds> jumpThresholds(GatewayFolders folders) {
        return JumpThresholds.open(folders.home());
    }
}
