package org.jianxi.gateway.flow.crossmatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jianxi.gateway.flow.crossmatch.CrossMatches.Begun;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.records.RecordFixture;
import org.jianxi.gateway.registries.asking.AgentConnection;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.lookups.LookupExport;
import org.jianxi.gateway.registries.lookups.LookupFixture;
import org.jianxi.gateway.registries.query.ServiceOffice;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is, and that a registry has one run at a time. The registry here cannot be asked, and its runs say so. */
class CrossMatchesTest {

    private static final RegistryName LOW_INCOME = new RegistryName("low-income");

    @TempDir
    private Path folder;

    private ComparedPeople people;
    private RunLock lock;
    private CrossMatches matches;

    @BeforeEach
    void start() {
        people = new ComparedPeople(folder);
        lock = new RunLock(people.house.database.dataSource());
    }

    @AfterEach
    void stop() {
        matches.close();
    }

    @Test
    void aRegistryThatCannotBeAskedIsTriedByItsScheduleAndSaysWhy() throws Exception {
        var settings = open("everySeconds: 3600");
        matches.pass();
        await(() -> newest().filter(run -> run.state().equals("stopped")).isPresent());
        var first = newest().orElseThrow();
        assertThat(first.stopped().orElseThrow().en()).contains("https only");
        assertThat(first.startedBy()).isEqualTo("match-run");
        assertThat(matches.next(settings)).contains(people.clock.instant().plusSeconds(3600));
        await(this::nobodyRuns);

        people.clock.forward(Duration.ofSeconds(3599));
        matches.pass();
        people.clock.forward(Duration.ofSeconds(1));
        var due = people.clock.instant();
        matches.pass();
        await(() -> newest().filter(run -> run.movedAt().equals(due)).isPresent());

        assertThat(newest().orElseThrow().id()).as("what stopped goes on").isEqualTo(first.id());
    }

    @Test
    void aCronMomentIsWaitedForAndOneThatWasMissedIsMadeUpFor() throws Exception {
        var settings = open("cron: '0 0 3 * * *'");
        assertThat(matches.next(settings)).contains(Instant.parse("2023-07-10T19:00:00Z"));
        people.runs.begin(settings, "office", people.clock.instant());
        people.runs.finish(newest().orElseThrow().id(), people.clock.instant());

        people.clock.forward(Duration.ofDays(3));

        assertThat(matches.next(settings)).contains(Instant.parse("2023-07-10T19:00:00Z"));
    }

    @Test
    void aRunThatWasKilledGoesOnAtOnce() throws Exception {
        var settings = open("cron: '0 0 3 * * *'");
        var killed = people.runs.begin(settings, "office", people.clock.instant());

        matches.pass();

        await(() -> newest().filter(run -> run.state().equals("stopped")).isPresent());
        assertThat(newest().orElseThrow().id()).isEqualTo(killed.id());
    }

    @Test
    void aRegistryHasOneRunAtATimeWhoeverStartsIt() throws Exception {
        var settings = open("everySeconds: 3600");
        var order = new CrossMatchFlow.Order("operator", RunProgress.NONE, id -> {});

        try (var held = lock.take(LOW_INCOME).orElseThrow()) {
            assertThat(held.registry()).isEqualTo(LOW_INCOME);
            assertThat(lock.take(new RegistryName("disability")).map(other -> {
                        other.close();
                        return true;
                    }))
                    .isPresent();
            assertThat(matches.begin(settings, "office")).isInstanceOf(Begun.Busy.class);
            assertThat(matches.run(settings, order)).isEmpty();
        }

        assertThat(matches.run(settings, order)).isPresent();
        assertThat(matches.begin(settings, "office")).isInstanceOf(Begun.Running.class);
    }

    private RegistrySettings open(String schedule) throws IOException {
        var registry = Files.createDirectories(folder.resolve("registries/low-income"));
        Files.writeString(registry.resolve("registry.yaml"), """
                registry: low-income
                title: {zh: 低收入人口数据库, en: Low-income registry}
                code: MCA_LOW_INCOME
                authority: 民政厅
                purpose: PRIORITY_HELP
                legalBasis: 人社部发〔2023〕27号 二(一)
                validityDays: 180
                schedule: {%s}
                service: {protocol: exchange, url: 'http://registry.example/query'}
                """.formatted(schedule));
        var register = RegistryRegister.open(folder.resolve("registries"), Path.of(""));
        assertThat(register.problems()).isEmpty();
        var random = new SecureRandom();
        var signer = DevelopmentAuthority.create(folder.resolve("keys"), people.clock, random)
                .gateway()
                .signer();
        var secrets = new Secrets(name -> null, folder);
        var lookups = new LookupFixture(people.house.database, people.clock).lookups();
        var registries = new Registries(
                new ExtractOffice(
                        people.house.jdbc,
                        people.house.transaction,
                        folder.resolve("extracts"),
                        () -> {
                            throw new IllegalStateException("no extract is read here");
                        },
                        people.clock),
                new ServiceOffice(secrets, signer, RecordFixture.NAMES, people.clock, wait -> {}, random),
                new AgentConnection(
                        secrets, RecordFixture.NAMES, people.clock, random, folder.resolve("agents"), lookups));
        var ledger = new LookupExport(people.house.jdbc, signer, people.clock);
        matches = new CrossMatches(
                register,
                registries,
                people.flow(),
                new CrossMatches.Work(people.runs, lock, ledger, people.clock, day -> true));
        return register.find(LOW_INCOME).orElseThrow();
    }

    private Optional<MatchRun> newest() {
        return people.runs.newest(LOW_INCOME);
    }

    /** A run says that it stopped before it gives its lock back; whose turn comes in between waits for the next turn. */
    private boolean nobodyRuns() {
        var taken = lock.take(LOW_INCOME);
        taken.ifPresent(RunLock.Held::close);
        return taken.isPresent();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(10);
        }
    }
}
