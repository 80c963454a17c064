package org.jianxi.gateway.registries.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.SmallRun;
import org.jianxi.gateway.registries.agent.AgentOffice;
import org.jianxi.gateway.registries.agent.Askers;
import org.jianxi.gateway.registries.agent.Extract;
import org.jianxi.gateway.registries.agent.RegistryAgent;
import org.jianxi.gateway.registries.agent.Snapshots;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.lookups.Book;
import org.jianxi.gateway.registries.lookups.BookComparison;
import org.jianxi.gateway.registries.lookups.LookupFixture;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.run.Way;
import org.jianxi.gateway.sandbox.RegistryBehaviour;
import org.jianxi.gateway.sandbox.RegistrySandbox;
import org.jianxi.gateway.sandbox.RelayDesk;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent behind a relay that keeps every byte it was sent, asked as a registry of the match run. */
class AgentRegistryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T02:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Person LISTED = new Person(3);
    private static final Person OTHER_NAME = new Person(4);

    private final LookupFixture ledger = new LookupFixture(TestDatabase.fresh(), CLOCK);
    private final NameForms names = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();

    @TempDir
    Path folder;

    private KeyRing own;
    private KeyRing stranger;
    private RegistryAgent agent;
    private RegistrySandbox relay;
    private String key;

    @BeforeEach
    void start() throws IOException {
        var authority = DevelopmentAuthority.create(folder.resolve("keys"), CLOCK, RANDOM);
        own = authority.issue("registry-agent", "Agent");
        stranger = authority.issue("stranger", "Nobody in particular");
        Files.writeString(folder.resolve("agent.pem"), own.certificate().pem());
        var extract = Files.writeString(
                folder.resolve("low.csv"),
                "idNumber,name,category\n%s,%s,城镇低保\n%s,王某某,特困\n"
                        .formatted(LISTED.idNumber(), LISTED.name(), OTHER_NAME.idNumber()));
        var served = new Snapshots(folder.resolve("agent"), names, RANDOM)
                .serve(new Extract("low", extract), new Snapshots.Work(2, (bytes, count) -> {}));
        var askers = new Askers(folder.resolve("askers.yaml"));
        key = askers.admit("jianxi", 10 * 512, RANDOM).secret();
        var office = new AgentOffice(askers, folder.resolve("audit.jsonl"), own.signer(), CLOCK);
        agent = RegistryAgent.start(
                List.of(served), office, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        relay = RegistrySandbox.start(new RelayDesk(agent.url(), stranger.signer()), 0);
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        agent.close();
    }

    @Test
    void anAgentAnswersTheRunAndHearsNoNumberAndNoName() throws Exception {
        var run = SmallRun.of(1, 20);

        try (var asked = open("")) {
            run.with(asked.registry());
        }

        assertThat(run.answered()).isEqualTo(20);
        assertThat(run.resultOf(LISTED.idNumber())).contains(MatchResult.HIT);
        assertThat(run.resultOf(OTHER_NAME.idNumber())).contains(MatchResult.NAME_MISMATCH);
        assertThat(run.resultOf(new Person(5).idNumber())).contains(MatchResult.MISS);
        assertThat(relay.received()).isNotEmpty();
        for (var request : relay.received()) {
            for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
                var text = new String(request.everything(), charset);
                run.numbers().forEach(number -> assertThat(text).doesNotContain(number));
                assertThat(text).doesNotContain(LISTED.name(), OTHER_NAME.name());
            }
        }
    }

    @Test
    void aRunThatIsKilledAfterTheAgentAnsweredSendsNothingAgain() throws Exception {
        var run = SmallRun.of(1, 20);
        try (var asked = open("")) {
            assertThatThrownBy(() -> run.with(asked.registry(), 5)).isInstanceOf(SmallRun.Killed.class);
        }
        var batches = batches();

        try (var asked = open("")) {
            run.with(asked.registry());
        }

        assertThat(run.answered()).isEqualTo(20);
        assertThat(batches).isEqualTo(1);
        assertThat(batches()).isEqualTo(1);
    }

    @Test
    void ourLedgerAndTheAgentsAuditTellTheSame() throws Exception {
        try (var asked = open("")) {
            SmallRun.of(1, 20).with(asked.registry());
        }
        var ours = ledger.export("low-income", own.signer(), folder.resolve("ours.jsonl"));
        var audit = folder.resolve("audit.jsonl");

        var same = compared(ours, audit);
        assertThat(same.difference()).isEmpty();
        assertThat(same.questions()).isEqualTo(1);

        var lines = Files.readAllLines(audit);
        var shorter = Files.write(folder.resolve("shorter.jsonl"), lines.subList(0, lines.size() - 1));
        assertThat(compared(ours, shorter).difference()).isPresent();
    }

    @Test
    void anAnswerThatIsNotTheAgentsStopsTheRunAndNobodyIsAMiss() throws Exception {
        var run = SmallRun.of(1, 3);
        for (var behaviour : List.of(new RegistryBehaviour.BadSignature(), new RegistryBehaviour.Unsigned())) {
            relay.tell(behaviour);
            try (var asked = open("")) {
                assertThatThrownBy(() -> run.with(asked.registry()))
                        .isInstanceOf(RegistryUnavailable.class)
                        .hasMessageContaining("not signed with the pinned certificate");
            }
        }
        assertThat(run.answered()).isZero();
    }

    private static BookComparison compared(Path ours, Path theirs) throws IOException {
        return BookComparison.of(
                Book.read(ours, Book.About.EVERYTHING),
                Book.read(theirs, new Book.About(Optional.of("jianxi"), Optional.of("low"))),
                Optional.empty());
    }

    private long batches() {
        return relay.received().stream()
                .filter(request -> request.path().endsWith("/batches"))
                .count();
    }

    private record Asked(AgentRegistry registry) implements AutoCloseable {

        @Override
        public void close() {
            registry.close();
        }
    }

    private Asked open(String more) throws IOException {
        var yaml =
                "url: %s\nregistry: low\nkey: env:AGENT\ncertificate: file:agent.pem\n%s".formatted(relay.url(), more);
        var part = YamlFile.parse("agent", yaml).as(AgentPart.class);
        var settings = new RegistrySettings(
                new RegistryName("low-income"),
                new Bilingual("低收入人口数据库", "Low-income registry"),
                "MCA_LOW_INCOME",
                "民政厅",
                new RegistrySettings.Query("PRIORITY_HELP", "云人社发〔2023〕18号"),
                Period.ofDays(180),
                Optional.empty(),
                new Way.Agent(YamlFile.parse("registry.yaml", "registry: low-income")));
        var secrets = new Secrets(name -> name.equals("AGENT") ? key : null, folder);
        return new Asked(new AgentConnection(secrets, names, CLOCK, RANDOM, folder.resolve("asking"), ledger.lookups())
                .open(settings, part));
    }
}
