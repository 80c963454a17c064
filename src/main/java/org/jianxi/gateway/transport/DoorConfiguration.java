package org.jianxi.gateway.transport;

import java.time.Clock;
import org.jianxi.gateway.flow.Backlog;
import org.jianxi.gateway.flow.BacklogWork;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.intake.AccessFile;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.files.FileDesk;
import org.jianxi.gateway.transport.files.FolderDoor;
import org.jianxi.gateway.transport.files.Sweeper;
import org.jianxi.gateway.transport.files.UploadsUnderWay;
import org.jianxi.gateway.transport.http.CallerDesk;
import org.jianxi.gateway.transport.http.LargeBodies;
import org.jianxi.gateway.transport.http.PushDoor;
import org.jianxi.gateway.transport.outbox.SubmissionBacklog;
import org.jianxi.gateway.transport.sftp.SftpAccess;
import org.jianxi.gateway.transport.sftp.SftpDoor;
import org.jianxi.gateway.transport.sftp.SftpHomes;
import org.jianxi.gateway.transport.sftp.SftpServer;
import org.jianxi.gateway.transport.sftp.SftpSettings;
import org.jianxi.gateway.transport.sftp.UploadLimits;
import org.jianxi.gateway.transport.sftp.UploadRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors: what the routes' beans are, and the SFTP server behind one of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SftpSettings.class)
class DoorConfiguration {

    @Bean
    BodyBudget bodyBudget(TransportSettings settings) {
        return new BodyBudget(settings.bodyMegabytes(), System::nanoTime);
    }

    @Bean
    CallerDesk callerDesk(AccessFile access, SourceRegister sources, Reception reception) {
        return new CallerDesk(access, sources, reception);
    }

    @Bean
    PushDoor pushDoor(CallerDesk callers, BodyBudget budget, LargeBodies large, Clock clock) {
        return new PushDoor(callers, budget, large, clock);
    }

    @Bean
    LargeBodies largeBodies(Backlog backlog, TransportSettings settings) {
        return new LargeBodies(backlog, settings.atOnceMegabytes() * 1024L * 1024);
    }

    @Bean(destroyMethod = "close")
    SubmissionBacklog submissionBacklog(BacklogWork work, BodyBudget budget, TransportSettings settings) {
        return new SubmissionBacklog(work, budget, settings.backlogThreads());
    }

    /** Settling is judged by a clock that only ever goes on, whatever the gateway's own clock is set to. */
    @Bean
    Sweeper sweeper(Reception reception, BodyBudget budget, Clock clock) {
        return new Sweeper(new FileDesk(reception, budget, clock), System::nanoTime);
    }

    @Bean
    FolderDoor folderDoor(GatewayFolders folders, SourceRegister sources, Sweeper sweeper) {
        return new FolderDoor(folders.var(), sources, sweeper);
    }

    @Bean
    SftpHomes sftpHomes(GatewayFolders folders) {
        return new SftpHomes(folders.var().toAbsolutePath().resolve("sftp"));
    }

    @Bean
    UploadsUnderWay uploadsUnderWay() {
        return new UploadsUnderWay();
    }

    @Bean
    SftpDoor sftpDoor(
            SftpHomes homes,
            AccessFile access,
            SourceRegister sources,
            Sweeper sweeper,
            UploadsUnderWay underWay,
            TransportSettings settings) {
        return new SftpDoor(homes, access, sources, sweeper, underWay, settings.backlogThreads());
    }

    @Bean(destroyMethod = "close")
    SftpServer sftpServer(
            SftpSettings settings,
            GatewayFolders folders,
            SftpHomes homes,
            AccessFile access,
            UploadLimits limits,
            UploadsUnderWay underWay) {
        return SftpServer.start(
                settings,
                folders.var().resolve("keys/sftp-host.key"),
                homes,
                new SftpAccess(access),
                new UploadRules(underWay, limits));
    }

    @Bean
    UploadLimits uploadLimits(AccessFile access, SourceRegister sources) {
        return new UploadLimits(access, sources);
    }
}
