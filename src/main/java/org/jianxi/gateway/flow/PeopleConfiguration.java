package org.jianxi.gateway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.flow.people.BatchReading;
import org.jianxi.gateway.flow.people.DeliveredTrainees;
import org.jianxi.gateway.flow.people.PeopleKeeping;
import org.jianxi.gateway.flow.people.TraineesOf;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Bodies;
import org.jianxi.gateway.records.CurrentPeople;
import org.jianxi.gateway.records.LookLog;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.PublicFields;
import org.jianxi.gateway.records.RecordLookup;
import org.jianxi.gateway.records.RecordRetention;
import org.jianxi.gateway.records.RecordSearch;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.records.facts.StandingFacts;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of people: how they are read, kept, looked at and forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleSettings.class)
class PeopleConfiguration {

    @Bean
    static TraineesOf traineesOf(JdbcClient jdbc, PersonKeys keys, Clock clock) {
        var reason = new LookReason(
                "gateway",
                "核对记录与已报送的记录，含年龄和毕业年限 records against those delivered before, age and the two years among it",
                Optional.of("云人社发〔2023〕18号 三"));
        return sender -> new DeliveredTrainees(
                new RecordLookup(
                        jdbc, keys, sender, new RecordLookup.Asked(reason, clock.instant()), DeliveredTrainees.YOUTHS),
                new StandingFacts(jdbc, keys.tokens(), sender, DeliveredTrainees.ASKED));
    }

    @Bean
    BatchReading batchReading(GatewayFolders folders, VersionShelf versions, TraineesOf trainees) {
        return batchReading(folders.home(), versions, trainees);
    }

    static BatchReading batchReading(Path home, VersionShelf versions, TraineesOf trainees) {
        var dictionary = Dictionary.load(home);
        return new BatchReading(
                dictionary,
                dictionary.datasets().canonical().stream()
                        .map(Dataset::id)
                        .collect(Collectors.toMap(id -> id, id -> versions.apply(definition(home, id)))),
                trainees);
    }

    private static byte[] definition(Path home, String dataset) {
        try {
            return Files.readAllBytes(home.resolve("schemas/datasets").resolve(dataset + ".yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Bean
    RecordRetention recordRetention(PeopleSettings settings) {
        return new RecordRetention(settings.retention());
    }

    @Bean
    Bodies bodies(
            JdbcClient jdbc,
            PersonKeys keys,
            BatchReading reading,
            RecordRetention retention,
            WorkingCalendar calendar) {
        return new Bodies(jdbc, () -> keys, keeping(reading, retention, calendar.zone()));
    }

    static Bodies.Keeping keeping(BatchReading reading, RecordRetention retention, ZoneId zone) {
        return (dataset, receivedAt) -> Optional.of(LocalDate.ofInstant(receivedAt, zone))
                .filter(day -> reading.takes(dataset))
                .map(retention::lastDay);
    }

    @Bean
    RecordStore recordStore(JdbcTemplate jdbc, PersonKeys keys, RecordStore.Terms terms) {
        return new RecordStore(jdbc, keys, terms);
    }

    @Bean
    static RecordStore.Terms recordTerms(
            GatewayFolders folders, RecordRetention retention, Supplier<PublicFields> published, SecureRandom random) {
        var names = new NameVariants(folders.home().resolve("schemas/codes/name-variants.csv")).read();
        return new RecordStore.Terms(names::comparable, retention, random, published);
    }

    @Bean
    Looks looks(JdbcClient jdbc, PersonKeys keys) {
        return new Looks(jdbc, keys);
    }

    @Bean
    LookLog lookLog(JdbcClient jdbc) {
        return new LookLog(jdbc);
    }

    @Bean
    RecordSearch recordSearch(JdbcClient jdbc, PersonKeys keys) {
        return new RecordSearch(jdbc, keys);
    }

    @Bean
    CurrentPeople currentPeople(DataSource database, Looks looks, PlatformTransactionManager transactions) {
        return new CurrentPeople(database, looks, new TransactionTemplate(transactions));
    }

    @Bean
    PeopleKeeping peopleKeeping(BatchReading reading, RecordStore store, PersonKeys keys, WorkingCalendar calendar) {
        return new PeopleKeeping(reading, store, keys, calendar.zone());
    }

    @Bean
    Batches batches(BatchReading reading, PeopleKeeping keeping, SourceRegister sources) {
        return new Batches(reading, keeping, sources);
    }
}
