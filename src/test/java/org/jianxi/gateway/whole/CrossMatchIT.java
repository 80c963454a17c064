package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Trainees;
import org.jianxi.gateway.sandbox.ListedPerson;
import org.jianxi.gateway.sandbox.RegistryBehaviour;
import org.jianxi.gateway.signing.SigningCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real gateway compares its trainees with a registry of each way that is asked. It is killed in the middle, and so are they: each
 * person is asked for once and nobody is left out. Everything that a registry received is searched for what must not be there.
 */
class CrossMatchIT {

    private static final int PEOPLE = 60;
    private static final int LISTED = 7;
    private static final int OTHER_NAME = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static ThreeRegistries registries;
    private static Wire wire;
    private static String officer;
    private static String auditor;
    private static String kunming;

    @BeforeAll
    static void sixtyTraineesAreIn() throws Exception {
        gateway = GatewayProcess.in(folder);
        var home = folder.resolve("home");
        RecordsIT.deliverPeople(home.resolve("mappings"));
        registries = new ThreeRegistries(folder.resolve("registries"), home, gateway.var());
        registries.lowIncome(
                ListedPerson.of(number(LISTED), name(LISTED), "城市低保"), ListedPerson.of(number(OTHER_NAME), "别人", "特困"));
        registries.liftedFromPoverty(number(LISTED) + "," + name(LISTED) + ",脱贫户享受政策");
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        officer = keys.office(Role.OFFICER);
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        var own = SigningCertificate.read(gateway.var().resolve("keys/signer.pem"));
        registries.disability(own, new ListedPerson(number(LISTED), name(LISTED), "残疾", "1", "2"));
        var graduates =
                IntStream.rangeClosed(1, PEOPLE).mapToObj(Trainees::graduate).toArray(ObjectNode[]::new);
        var batch = Trainees.batch("trainees", graduates).toString().getBytes(StandardCharsets.UTF_8);
        var pushed = wire.send(wire.request(
                        "/api/v1/submissions?dataset=trainees&period=2023-06",
                        kunming,
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofByteArray(batch)));
        assertThat(pushed.statusCode()).as(text(pushed.body())).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        registries.close();
    }

    @Test
    void killedOnEitherSideARunGoesOnAndAsksForEverybodyOnce() throws Exception {
        registries.exchange.tell(Stream.concat(
                        Stream.generate(RegistryBehaviour.Normal::new).limit(29),
                        Stream.of(new RegistryBehaviour.HalfAnswer(), new RegistryBehaviour.Hang()))
                .toArray(RegistryBehaviour[]::new));
        var run = start("low-income");
        await(() -> registries.exchange.received().size() == 31);
        gateway.kill();
        gateway.start();
        assertThat(start("low-income")).as("the same run goes on").isEqualTo(run);
        await(() -> registries.lowIncome.askedFor().size() >= 40);
        registries.killExchange();
        await(() -> state("low-income", run).equals("stopped"));
        assertThat(registries.lowIncome.askedFor()).hasSizeLessThan(PEOPLE);
        registries.restartExchange();

        start("low-income");
        await(() -> state("low-income", run).equals("finished"));

        assertThat(new HashSet<>(registries.lowIncome.askedFor())).isEqualTo(everybody());
        assertThat(registries.lowIncome.askedFor()).doesNotHaveDuplicates();
        var finished = run("low-income", run);
        assertThat(finished.path("people").asInt()).isEqualTo(PEOPLE);
        assertThat(finished.path("answered").asInt()).isEqualTo(PEOPLE);
        assertThat(finished.at("/results/HIT").asInt()).isOne();
        assertThat(finished.at("/results/NAME_MISMATCH").asInt()).isOne();
        assertThat(marks("MCA_LOW_INCOME")).isOne();
        theirOwnPeopleAreAllThatTheExchangeHeardOf();

        var received = registries.exchangeReceived().size();
        await("low-income", start("low-income"));
        assertThat(registries.exchangeReceived()).as("nobody is due any more").hasSize(received);
        aPersonSaysWhoseOtherNameThatIs();
        bothBooksTellTheSame();
    }

    @Test
    void aSpdciRegistryHearsNumbersOfThoseAskedForAndNoName() throws Exception {
        await(() -> registered("disability"));

        var ended = gateway.command("registries", "run", "disability", "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("… 60 / 60");
        var run = JsonMapper.shared().readTree(ended.out());
        assertThat(run.at("/results/HIT").asInt()).isOne();
        assertThat(run.at("/results/MISS").asInt()).isEqualTo(PEOPLE - 1);
        assertThat(new HashSet<>(registries.disability.askedFor())).isEqualTo(everybody());
        assertThat(registries.disability.askedFor()).hasSize(PEOPLE);
        for (var request : registries.spdci.received()) {
            assertNoNameIsIn(request.everything());
        }
        assertThat(marks("CDPF_DISABILITY")).isOne();
    }

    /** Nobody starts it but the clock, and nobody but the clock takes it up again. */
    @Test
    void anAgentHearsNobodyAndIsAskedTheSameAgainAfterAKill() throws Exception {
        assertThat(registries.agentWire.swallowed().await(2, TimeUnit.MINUTES)).isTrue();
        var run = newest("lifted-from-poverty").path("id").asLong();
        gateway.kill();
        registries.agentWire.stopSwallowing();
        gateway.start();

        var finished = await("lifted-from-poverty", run);

        assertThat(finished.path("startedBy").asString("")).isEqualTo("match-run");
        assertThat(finished.at("/results/HIT").asInt()).isOne();
        assertThat(finished.path("answered").asInt()).isEqualTo(PEOPLE);
        assertThat(outcomes("granted")).as("one batch of 512 points").isOne();
        assertThat(outcomes("repeated")).isPositive();
        assertNoNameIsIn(registries.agentWire.toServer());
        assertNoNumberIsIn(registries.agentWire.toServer());
        assertThat(marks("RURAL_POVERTY")).isOne();
    }

    @Test
    void onlyTheOfficeSeesRegistriesAndTheTerminalShowsTheSame() throws Exception {
        assertThat(wire.get("/api/v1/registries", kunming).statusCode()).isEqualTo(403);
        assertThat(wire.get("/api/v1/registries", auditor).statusCode()).isEqualTo(403);
        assertThat(wire.get("/api/v1/registries/nothing/runs/1", officer).statusCode())
                .isEqualTo(404);

        var listed = gateway.command("registries", "--json");
        var planned = gateway.command("registries", "run", "low-income", "--dry-run", "--json");

        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(JsonMapper.shared().readTree(listed.out()).path("registries"))
                .extracting(one -> one.path("registry").asString(""))
                .contains("low-income", "lifted-from-poverty");
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(JsonMapper.shared().readTree(planned.out()).path("people").asInt())
                .isEqualTo(PEOPLE);
        var health = Wire.elsewhere(gateway.managementUrl()).get("/actuator/health", "");
        assertThat(Wire.json(health)
                        .at("/components/registryHealth/details/low-income")
                        .isObject())
                .as(text(health.body()))
                .isTrue();
        var metrics = Wire.elsewhere(gateway.managementUrl()).get("/actuator/prometheus", "");
        assertThat(text(metrics.body())).contains("jianxi_registry_due{registry=\"low-income\"}");
    }

    private static void theirOwnPeopleAreAllThatTheExchangeHeardOf() {
        var everybody = everybody();
        for (var request : registries.exchangeReceived()) {
            var body = URLDecoder.decode(text(request.body()), StandardCharsets.UTF_8);
            var asked = everybody.stream().filter(body::contains).toList();
            assertThat(asked).as("one person a call").hasSize(1);
            assertThat(IntStream.rangeClosed(1, PEOPLE).filter(one -> body.endsWith(name(one))))
                    .hasSize(1);
            assertNoNumberIsIn(request.target().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Ours, in which each question stood before it was asked, and the registry's own, over two kills. */
    private static void bothBooksTellTheSame() throws Exception {
        var ours = folder.resolve("ours.jsonl").toString();
        var exported = gateway.command("registries", "lookups", "low-income", "--out", ours);
        assertThat(exported.code()).as(exported.err()).isZero();
        var compared = JavaRun.run(
                folder.resolve("home"),
                folder,
                PATIENCE.toSeconds(),
                List.of(
                        "registries",
                        "compare",
                        ours,
                        registries.lowIncomeBook().toString(),
                        "--certificate",
                        gateway.var().resolve("keys/signer.pem").toString()));
        assertThat(compared.code()).as(compared.out() + compared.err()).isZero();
        assertNoNumberIsIn(Files.readAllBytes(Path.of(ours)));
    }

    private static void aPersonSaysWhoseOtherNameThatIs() throws Exception {
        var path = "/api/v1/registries/low-income/differences";
        var open = Wire.json(wire.get(path, officer)).path("differences");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/records")).hasSize(1);
        var closing = path + "/" + open.at("/0/id").asLong() + "/closing";

        assertThat(post(closing, "{\"outcome\": \"whoever\"}").statusCode()).isEqualTo(422);
        assertThat(marks("MCA_LOW_INCOME")).isOne();
        assertThat(post(closing, "{\"outcome\": \"same-person\"}").statusCode()).isEqualTo(204);
        assertThat(post(closing, "{\"outcome\": \"same-person\"}").statusCode()).isEqualTo(409);

        assertThat(marks("MCA_LOW_INCOME"))
                .as("proposed, and still to be confirmed")
                .isEqualTo(2);
        assertThat(Wire.json(wire.get(path, officer)).path("differences")).isEmpty();
    }

    private static HttpResponse<byte[]> post(String path, String body) throws Exception {
        return wire.send(
                wire.request(path, officer, "Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static long start(String registry) throws Exception {
        var answer = wire.send(wire.request("/api/v1/registries/" + registry + "/runs", officer)
                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(text(answer.body())).isEqualTo(202);
        return Wire.json(answer).path("id").asLong();
    }

    private static JsonNode await(String registry, long run) throws Exception {
        await(() -> !state(registry, run).equals("running"));
        var ended = run(registry, run);
        assertThat(ended.path("state").asString("")).as(ended.toString()).isEqualTo("finished");
        return ended;
    }

    private static JsonNode newest(String registry) throws Exception {
        return Wire.json(wire.get("/api/v1/registries", officer))
                .path("registries")
                .valueStream()
                .filter((JsonNode one) -> one.path("registry").asString("").equals(registry))
                .findFirst()
                .orElseThrow()
                .path("lastRun");
    }

    private static JsonNode run(String registry, long run) throws Exception {
        return Wire.json(wire.get("/api/v1/registries/%s/runs/%d".formatted(registry, run), officer));
    }

    private static String state(String registry, long run) {
        try {
            return run(registry, run).path("state").asString("");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean registered(String registry) {
        try {
            return text(wire.get("/api/v1/registries", officer).body()).contains("\"" + registry + "\"");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int marks(String code) throws Exception {
        var marks = Wire.json(wire.get("/api/v1/hardship/marks?state=proposed&registry=" + code, officer));
        return marks.path("marks").size();
    }

    private static long outcomes(String outcome) throws IOException {
        return Files.readAllLines(registries.audit()).stream()
                .filter(line -> line.contains("\"" + outcome + "\""))
                .count();
    }

    private static void assertNoNameIsIn(byte[] sent) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var text = new String(sent, charset);
            assertThat(text.contains("测试") || text.contains("%E6%B5%8B") || text.contains("\\u6d4b"))
                    .as("a name was sent")
                    .isFalse();
        }
    }

    private static void assertNoNumberIsIn(byte[] sent) {
        var text = new String(sent, StandardCharsets.ISO_8859_1);
        assertThat(everybody().stream().filter(number -> text.contains(number.substring(0, 17))))
                .as("numbers that were sent")
                .isEmpty();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException, IOException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as(gateway.logTail()).isLessThan(until);
            Thread.sleep(20);
        }
    }

    private static Set<String> everybody() {
        var numbers = new HashSet<String>();
        IntStream.rangeClosed(1, PEOPLE).forEach(one -> numbers.add(number(one)));
        return numbers;
    }

    private static String number(int person) {
        return Trainees.idNumber("2001-03-15", 2 * person);
    }

    private static String name(int person) {
        return "测试·人" + person;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
