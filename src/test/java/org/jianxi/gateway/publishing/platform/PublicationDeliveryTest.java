package org.jianxi.gateway.publishing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.outgoing.MovableClock;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.Published;
import org.jianxi.gateway.publishing.Standing;
import org.jianxi.gateway.sandbox.PlatformBehaviour;
import org.jianxi.gateway.sandbox.PlatformSandbox;
import org.jianxi.gateway.sandbox.PlatformSandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries from their rows to five real servers that refuse, hang up, repeat themselves and talk nonsense. */
class PublicationDeliveryTest {

    private static final Instant MORNING = Instant.parse("2023-07-03T01:00:00Z");
    private static final String CJOB = "cjob";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final PublicationStandings standings = new PublicationStandings(jdbc);
    private final MovableClock clock = new MovableClock(MORNING);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private PlatformSandboxes sandboxes;
    private PlatformRegister register;
    private PublicationDrain drain;

    @BeforeEach
    void start() throws IOException {
        var schemas = Files.createDirectories(folder.resolve("schemas"));
        Files.copy(Path.of("schemas/platform.schema.json"), schemas.resolve("platform.schema.json"));
        sandboxes = PlatformSandboxes.start(Path.of("platforms"), folder, folder.resolve("var"));
        register = PlatformRegister.open(folder, Datasets.load(Path.of("")));
        drain = drain(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        sandboxes.close();
    }

    @Test
    void everyPlatformShowsWhatItTakesInItsOwnWords() {
        wantEverywhere(units(1), posts(1));
        work();

        assertThat(sandboxes.get(CJOB).shown()).hasSize(2);
        assertThat(sandboxes.get(CJOB).shown().get("/open/internship/posts/post1"))
                .contains("\"ACA112\":\"会计见习岗1\"", "\"ACC034\":\"1800.00\"");
        assertThat(sandboxes.get("ncss").shown()).containsOnlyKeys("/openapi/v1/internships/post1");
        assertThat(sandboxes.get("ncss").shown().toString()).contains("\"corpName\":\"昆明测试见习单位1\"");
        assertThat(sandboxes.get("jobonline").shown().get("/feed/posts/post1"))
                .contains("\"@context\":\"https://schema.org\"", "\"@type\":\"JobPosting\"");
        assertThat(sandboxes.get("graduates").shown()).hasSize(2);
        assertThat(standings.all()).allMatch(one -> one.waiting() == 0 && one.shown() == 1);
    }

    @Test
    void theirNumberIsKeptAsProofAndWhatIsUnchangedIsNotSentAgain() {
        wantEverywhere(units(1), posts(1));
        work();
        clock.forward(Duration.ofHours(1));
        wantEverywhere(units(1), posts(1));
        work();

        assertThat(sandboxes.get(CJOB).received()).hasSize(2);
        assertThat(standings.proofs(CJOB, ListKind.POSTS, "post1"))
                .singleElement()
                .satisfies(proof -> {
                    assertThat(proof.act()).isEqualTo("show");
                    assertThat(proof.number()).matches("cjob-00000[12]");
                });
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void whateverAPlatformDoesInTheEndItShowsWhatStands(PlatformBehaviour behaviour) {
        want(CJOB, posts(1));
        sandboxes.get(CJOB).tell(behaviour, behaviour);
        work();
        later();
        later();

        assertThat(sandboxes.get(CJOB).shown()).containsOnlyKeys("/open/internship/posts/post1");
        assertThat(standings.all())
                .singleElement()
                .satisfies(one -> assertThat(one.waiting()).isZero());
        assertThat(standings.proofs(CJOB, ListKind.POSTS, "post1")).hasSize(1);
        assertThat(standings.pauses()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void whateverAPlatformDoesAWithdrawalStaysOpenUntilItIsConfirmed(PlatformBehaviour behaviour) {
        want(CJOB, posts(1, 2));
        work();
        sandboxes.get(CJOB).tell(behaviour, behaviour);
        want(CJOB, posts(2));
        work();

        assertThat(standings.unconfirmed(clock.instant(), 10))
                .singleElement()
                .satisfies(one -> assertThat(one.lastError()).isPresent());
        later();
        later();
        assertThat(sandboxes.get(CJOB).shown()).containsOnlyKeys("/open/internship/posts/post2");
        assertThat(standings.unconfirmed(clock.instant(), 10)).isEmpty();
        assertThat(standings.proofs(CJOB, ListKind.POSTS, "post1"))
                .extracting(PublicationStandings.Proof::act)
                .containsExactly("show", "withdraw");
    }

    static List<PlatformBehaviour> misbehaviours() {
        return List.of(
                new PlatformBehaviour.Refuse(503),
                new PlatformBehaviour.Refuse(401),
                new PlatformBehaviour.LoseAnswer(),
                new PlatformBehaviour.AnswerTwice(),
                new PlatformBehaviour.HalfAnswer(),
                new PlatformBehaviour.Nonsense());
    }

    @Test
    void whatMayHaveArrivedIsTakenBackToo() {
        want(CJOB, posts(1));
        sandboxes.get(CJOB).tell(new PlatformBehaviour.LoseAnswer());
        work();
        assertThat(sandboxes.get(CJOB).shown())
                .as("it has it, and we do not know")
                .hasSize(1);
        want(CJOB, posts());

        later();

        assertThat(sandboxes.get(CJOB).shown()).isEmpty();
        assertThat(standings.unconfirmed(clock.instant(), 10)).isEmpty();
    }

    @Test
    void whatNeverLeftUsIsNotTakenBack() {
        want(CJOB, posts(1));
        want(CJOB, posts());
        work();

        assertThat(sandboxes.get(CJOB).received()).isEmpty();
        assertThat(standings.unconfirmed(clock.instant(), 10)).isEmpty();
    }

    @Test
    void anEntryThatComesBackIsShownAgainUnderTheSamePath() {
        want(CJOB, posts(1));
        work();
        want(CJOB, posts());
        work();
        want(CJOB, posts(1));
        work();

        assertThat(sandboxes.get(CJOB).shown()).hasSize(1);
        assertThat(standings.proofs(CJOB, ListKind.POSTS, "post1"))
                .extracting(PublicationStandings.Proof::act)
                .containsExactly("show", "withdraw", "show");
    }

    @Test
    void oneEntryThatIsRefusedHoldsNoOtherUp() {
        want(CJOB, posts(1, 2, 3));
        sandboxes.get(CJOB).tell(new PlatformBehaviour.Refuse(422));
        work();

        assertThat(sandboxes.get(CJOB).shown()).hasSize(2);
        assertThat(standings.refused(10))
                .singleElement()
                .satisfies(one -> assertThat(one.lastError()).contains("HTTP 422"));
        assertThat(standings.pauses()).isEmpty();
    }

    @Test
    void aPlatformThatIsDownIsLeftAloneAsAWholeAndDelaysNoOther() {
        wantEverywhere(units(1), posts(1, 2, 3));
        sandboxes.get(CJOB).tell(new PlatformBehaviour.Refuse(503));
        work();

        assertThat(sandboxes.get(CJOB).received()).hasSize(1);
        assertThat(sandboxes.get("local").shown()).hasSize(4);
        assertThat(standings.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause.lastError()).isEqualTo("HTTP 503"));
    }

    @Test
    void anEntryThatChangesWhileItIsOnItsWayIsSentAsItStandsNow() throws Exception {
        want(CJOB, posts(1));
        sandboxes.get(CJOB).tell(new PlatformBehaviour.Slow(Duration.ofSeconds(1)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = threads.submit(() -> drain.next(CJOB).orElseThrow().run());
            Thread.sleep(300);
            want(CJOB, posts());
            sending.get();
        }
        assertThat(sandboxes.get(CJOB).shown()).hasSize(1);

        work();

        assertThat(sandboxes.get(CJOB).shown()).isEmpty();
    }

    @Test
    void twoNodesNeverSendTheSameEntryAtTheSameTime() throws Exception {
        want(CJOB, posts(1, 2, 3, 4, 5, 6, 7, 8));
        var nodes = new ArrayList<Callable<Object>>();
        for (var node = 0; node < 4; node++) {
            var own = drain(Duration.ofSeconds(5));
            nodes.add(Executors.callable(() -> empty(own, CJOB)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(nodes)) {
                done.get();
            }
        }

        assertThat(sandboxes.get(CJOB).received()).hasSize(8);
        assertThat(sandboxes.get(CJOB).shown()).hasSize(8);
    }

    @Test
    void aListThatAPlatformNoLongerTakesIsWithdrawnThere() {
        wantEverywhere(units(1), posts(1));
        work();
        transaction.executeWithoutResult(
                status -> wanted().want("jobonline", ListKind.UNITS, List.of(), clock.instant()));
        work();

        assertThat(sandboxes.get("jobonline").shown()).containsOnlyKeys("/feed/posts/post1");
    }

    @Test
    void anInactivePlatformIsSentNothing() throws IOException {
        var file = folder.resolve("platforms/cjob/platform.yaml");
        Files.writeString(file, Files.readString(file).replace("active: true", "active: false"));
        register.reread();
        register.reread();
        want(CJOB, posts(1));
        work();

        assertThat(sandboxes.get(CJOB).received()).isEmpty();
    }

    @Test
    void noKeyStandsInWhatIsWrittenDown() throws IOException {
        Files.delete(folder.resolve("var/platform-keys/cjob"));
        want(CJOB, posts(1));
        work();

        assertThat(sandboxes.get(CJOB).received()).isEmpty();
        assertThat(standings.pauses())
                .singleElement()
                .satisfies(
                        pause -> assertThat(pause.lastError()).isEqualTo("there is no key at file:platform-keys/cjob"));
    }

    private PublicationDrain drain(Duration limit) {
        var secrets = folder.resolve("var");
        var channel = new HttpPlatformChannel(
                limit,
                reference -> read(secrets.resolve(reference.substring("file:".length()))),
                reference -> Optional.empty());
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), new Random(1));
        return new PublicationDrain(
                register,
                new PublicationOutbox(jdbc),
                new PlatformAdapter(() -> Published.LISTS, Published.WORDS),
                channel,
                new PublicationDrain.Pace(backoff, transaction, clock));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private WantedPublications wanted() {
        return new WantedPublications(new JdbcTemplate(database.dataSource()));
    }

    private void wantEverywhere(List<Listing> units, List<Listing> posts) {
        for (var platform : register.all()) {
            transaction.executeWithoutResult(status -> {
                if (platform.lists().contains(ListKind.UNITS)) {
                    wanted().want(platform.id(), ListKind.UNITS, units, clock.instant());
                }
                wanted().want(platform.id(), ListKind.POSTS, posts, clock.instant());
            });
        }
    }

    private void want(String platform, List<Listing> posts) {
        transaction.executeWithoutResult(status -> wanted().want(platform, ListKind.POSTS, posts, clock.instant()));
    }

    private void work() {
        sandboxes.all().stream().map(PlatformSandbox::name).forEach(platform -> empty(drain, platform));
    }

    private void later() {
        clock.forward(Duration.ofHours(1));
        work();
    }

    private static void empty(PublicationDrain drain, String platform) {
        var due = drain.next(platform);
        while (due.isPresent()) {
            due.get().run();
            due = drain.next(platform);
        }
    }

    private static List<Listing> units(int... numbers) {
        var standing = new Standing(Published.LISTS, LocalDate.of(2023, 7, 3));
        for (var number : numbers) {
            standing.unit(Published.unit(number));
        }
        return standing.units();
    }

    private static List<Listing> posts(int... numbers) {
        var standing = new Standing(Published.LISTS, LocalDate.of(2023, 7, 3));
        standing.unit(Published.unit(1));
        for (var number : numbers) {
            standing.post(Published.post(number));
        }
        return standing.posts();
    }
}
