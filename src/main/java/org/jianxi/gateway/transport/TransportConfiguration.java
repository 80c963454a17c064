package org.jianxi.gateway.transport;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.flow.CheckpointStamping;
import org.jianxi.gateway.flow.ErasureFlow;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.KeyWatch;
import org.jianxi.gateway.flow.LedgerEvidence;
import org.jianxi.gateway.flow.MappingShelf;
import org.jianxi.gateway.flow.crossmatch.CrossMatches;
import org.jianxi.gateway.flow.derived.ReadyFigures;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.flow.hardship.HardshipDays;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.flow.reminders.LetterRound;
import org.jianxi.gateway.flow.reminders.Reminders;
import org.jianxi.gateway.intake.AccessFile;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.transport.fetch.PullBeans;
import org.jianxi.gateway.transport.fetch.StoppingNotes;
import org.jianxi.gateway.transport.files.ExtractDoor;
import org.jianxi.gateway.transport.files.FolderDoor;
import org.jianxi.gateway.transport.http.HeaderGuard;
import org.jianxi.gateway.transport.http.PushAnswers;
import org.jianxi.gateway.transport.http.PushBinding;
import org.jianxi.gateway.transport.http.PushDoor;
import org.jianxi.gateway.transport.http.PushServlet;
import org.jianxi.gateway.transport.outbox.CheckpointStamps;
import org.jianxi.gateway.transport.outbox.MinistryOutbox;
import org.jianxi.gateway.transport.outbox.PlatformOutbox;
import org.jianxi.gateway.transport.outbox.SubmissionBacklog;
import org.jianxi.gateway.transport.outbox.WebhookOutbox;
import org.jianxi.gateway.transport.queue.KafkaSessions;
import org.jianxi.gateway.transport.routes.DoorBeans;
import org.jianxi.gateway.transport.routes.LiveRoutes;
import org.jianxi.gateway.transport.routes.RouteRegistry;
import org.jianxi.gateway.transport.sftp.SftpDoor;
import org.jianxi.gateway.transport.soap.SoapDoor;
import org.jianxi.gateway.transport.soap.SoapServlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes and what they are made from, read when Camel has started and re-read from then on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransportSettings.class)
class TransportConfiguration {

    private static final long SHUTDOWN_SECONDS = 20;

    /** One exact path for Camel; all others of {@code /api/v1} belong to Spring MVC. */
    @Bean
    ServletRegistrationBean<PushServlet> pushServlet() {
        var servlet = new ServletRegistrationBean<>(new PushServlet(), PushAnswers.PATH);
        servlet.setName(PushServlet.NAME);
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    ServletRegistrationBean<SoapServlet> soapServlet() {
        var servlet = new ServletRegistrationBean<>(new SoapServlet(), SoapDoor.PATH);
        servlet.setName(SoapServlet.NAME);
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    DoorBeans doorBeans(
            PushDoor push,
            FolderDoor folder,
            SftpDoor sftp,
            PullBeans pulling,
            TimedBeans timed,
            QueueConfiguration.ConnectedDoors connected) {
        var beans = new HashMap<String, Object>(timed.byName());
        beans.putAll(connected.byName());
        beans.putAll(pulling.byName());
        beans.putAll(Map.of(
                "pushBinding", new PushBinding(),
                "headerGuard", new HeaderGuard(),
                "pushDoor", push,
                "folderDoor", folder,
                "sftpDoor", sftp));
        return new DoorBeans(beans);
    }

    @Bean
    TimedBeans timedBeans(
            MinistryOutbox outbox,
            ObjectProvider<CheckpointStamping> stamping,
            LedgerEvidence evidence,
            ErasureFlow erasure,
            SubmissionBacklog backlog,
            Notifying notifying,
            OfPeople people) {
        var beans = new HashMap<>(people.byName());
        beans.putAll(notifying.byName());
        beans.putAll(Map.of(
                "ministryOutbox",
                outbox,
                "checkpointStamps",
                new CheckpointStamps(stamping),
                "ledgerEvidence",
                evidence,
                "personalErasure",
                erasure,
                "submissionBacklog",
                backlog));
        return new TimedBeans(beans);
    }

    @Bean
    OfPeople ofPeople(
            HardshipDays days,
            InquiryDesk overlapDesk,
            InquiryDesk screeningDesk,
            CrossMatches matches,
            ExtractDoor extracts,
            ReadyFigures figures) {
        return new OfPeople(
                matches,
                Map.of(
                        "hardshipDays",
                        days,
                        "overlapDesk",
                        overlapDesk,
                        "screeningDesk",
                        screeningDesk,
                        "crossMatches",
                        matches,
                        "extractDoor",
                        extracts,
                        "readyFigures",
                        figures));
    }

    @Bean
    ExtractDoor extractDoor(GatewayFolders folders, ExtractDesk desk) {
        return new ExtractDoor(folders.var(), desk, System::nanoTime);
    }

    /** The beans of marks, inquiries, registries and the figures from records. */
    record OfPeople(CrossMatches matches, Map<String, Object> byName) {}

    @Bean
    Notifying notifying(WebhookOutbox outbox, Reminders reminders, LetterRound letters, PlatformOutbox platforms) {
        return new Notifying(Map.of(
                "webhookOutbox", outbox, "reminders", reminders, "letterRound", letters, "platformOutbox", platforms));
    }

    /** The beans of notices, reminders and publications. */
    record Notifying(Map<String, Object> byName) {}

    /** What routes call because time has passed and not because something came. */
    record TimedBeans(Map<String, Object> byName) {}

    @Bean
    RouteRegistry routeRegistry(GatewayFolders folders, SourceRegister sources, DoorBeans beans, CamelContext context) {
        return new RouteRegistry(folders.home(), sources, beans.byName(), new LiveRoutes(context));
    }

    @Bean
    StoppingNotes stoppingNotes(RouteRegistry routes, TurnJournal journal, Clock clock) {
        return new StoppingNotes(routes, journal, clock);
    }

    @Bean(destroyMethod = "close")
    Rereading rereading(
            TransportSettings settings,
            SourceRegister sources,
            MappingShelf mappings,
            AccessFile access,
            RouteRegistry routes,
            StoppingNotes stopping,
            KafkaSessions topics,
            KeyWatch keys,
            OfPeople people,
            List<LiveFile<?>> files) {
        return new Rereading(
                settings.reread(),
                List.of(
                        sources::reread,
                        mappings::reread,
                        access::reread,
                        routes::reread,
                        stopping::write,
                        topics::tidy,
                        keys::look,
                        people.matches()::reread,
                        () -> files.forEach(LiveFile::reread)));
    }

    @Bean
    CamelContextConfiguration routesFollowCamel(DoorBeans beans, RouteRegistry routes, Rereading rereading) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.disableJMX();
                context.setStreamCaching(false);
                context.setDevConsole(false);
                context.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
                beans.bindTo(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                routes.open();
                rereading.start();
            }
        };
    }
}
