package org.jianxi.gateway.transport;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.intake.AnsweredLetters;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.pulling.TurnJournal;
import org.jianxi.gateway.pulling.TurnKeeper;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.KeptAside;
import org.jianxi.gateway.transport.fetch.Connections;
import org.jianxi.gateway.transport.fetch.ConnectionsHealth;
import org.jianxi.gateway.transport.fetch.JournalNotes;
import org.jianxi.gateway.transport.http.CallerDesk;
import org.jianxi.gateway.transport.mail.Answering;
import org.jianxi.gateway.transport.mail.LetterDesk;
import org.jianxi.gateway.transport.mail.MailDoor;
import org.jianxi.gateway.transport.mail.PostOffice;
import org.jianxi.gateway.transport.mail.ReminderPost;
import org.jianxi.gateway.transport.message.QueueDesk;
import org.jianxi.gateway.transport.queue.JmsConnections;
import org.jianxi.gateway.transport.queue.JmsDoor;
import org.jianxi.gateway.transport.queue.JmsReader;
import org.jianxi.gateway.transport.queue.KafkaDoor;
import org.jianxi.gateway.transport.queue.KafkaSessions;
import org.jianxi.gateway.transport.queue.KafkaSettings;
import org.jianxi.gateway.transport.soap.SoapDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors to mailboxes, topics, queues and service buses. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    @Bean
    Connections connections(TurnJournal journal, Clock clock) {
        return new Connections(new JournalNotes(journal, clock), new SecureRandom(), clock, System::nanoTime);
    }

    @Bean
    KeptAside keptAside(GatewayFolders folders) {
        return new KeptAside(folders.var());
    }

    @Bean
    QueueDesk queueDesk(Reception reception, KeptAside aside, Clock clock) {
        return new QueueDesk(reception, aside, clock);
    }

    @Bean(destroyMethod = "close")
    KafkaSessions kafkaSessions(SourceRegister sources, AllowedAddresses addresses, Secrets secrets) {
        return new KafkaSessions(sources, new KafkaSettings(addresses, secrets));
    }

    @Bean
    KafkaDoor kafkaDoor(SourceRegister sources, KafkaSessions sessions, QueueDesk desk, Connections connections) {
        return new KafkaDoor(sources, sessions, desk, connections);
    }

    @Bean
    JmsReader jmsReader(QueueDesk desk, KeptAside aside, BodyBudget budget) {
        return new JmsReader(desk, aside, budget);
    }

    @Bean
    JmsConnections jmsConnections(AllowedAddresses addresses, Secrets secrets) {
        return new JmsConnections(addresses, secrets);
    }

    @Bean
    JmsDoor jmsDoor(SourceRegister sources, JmsConnections broker, JmsReader reader, Connections connections) {
        return new JmsDoor(sources, broker, reader, connections);
    }

    @Bean
    PostOffice postOffice(AllowedAddresses addresses, Secrets secrets) {
        return new PostOffice(addresses, secrets);
    }

    @Bean
    ReminderPost reminderPost(PostOffice post, ContactFile contacts, Clock clock) {
        return new ReminderPost(post, contacts, clock);
    }

    @Bean
    Answering answering(PostOffice post, AnsweredLetters answered, Clock clock) {
        return new Answering(post, answered, clock);
    }

    @Bean
    LetterDesk letterDesk(Reception reception, Clock clock) {
        return new LetterDesk(reception, clock);
    }

    @Bean
    MailDoor.Surroundings mailSurroundings(TurnKeeper keeper, BodyBudget budget) {
        return new MailDoor.Surroundings(keeper, budget);
    }

    @Bean
    MailDoor mailDoor(
            SourceRegister sources,
            PostOffice post,
            LetterDesk desk,
            Answering answering,
            MailDoor.Surroundings surroundings) {
        return new MailDoor(sources, post, desk, answering, surroundings);
    }

    @Bean
    SoapDoor soapDoor(CallerDesk callers, BodyBudget budget, Clock clock) {
        return new SoapDoor(callers, budget, clock);
    }

    @Bean
    ConnectionsHealth sourceConnectionsHealth(Connections connections) {
        return new ConnectionsHealth(connections);
    }

    @Bean
    ConnectedDoors connectedDoors(MailDoor mail, KafkaDoor kafka, JmsDoor jms, SoapDoor soap) {
        return new ConnectedDoors(Map.of("mailDoor", mail, "kafkaDoor", kafka, "jmsDoor", jms, "soapDoor", soap));
    }

    /** What routes call for the doors of this file. */
    record ConnectedDoors(Map<String, Object> byName) {}
}
