package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.sandbox.PlatformBehaviour;
import org.jianxi.gateway.sandbox.PlatformSandbox;
import org.jianxi.gateway.sandbox.PlatformSandboxes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From a sender's delivery to five platforms on sockets and back again, by the gateway's own route (人社部发〔2023〕27号 二(三)、二(四)). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishingIT {

    private static final List<String> PLATFORMS = List.of("cjob", "graduates", "jobonline", "local", "ncss");
    private static final List<String> WITH_UNITS = List.of("cjob", "graduates", "jobonline", "local");
    private static final String NCSS = "ncss";
    private static final String CJOB = "cjob";

    private static final List<String> FIRST = List.of("会计见习岗1", "会计见习岗2", "会计见习岗3");

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static PlatformSandboxes sandboxes;
    private static PlatformSandbox ncss;
    private static Wire wire;
    private static String kunming;
    private static String auditor;

    @BeforeAll
    static void ncssIsDownWhenTwoUnitsAndThreePostsComeIn() throws Exception {
        gateway = GatewayProcess.in(
                folder,
                "-Djianxi.publishing.every=1s",
                "-Djianxi.publishing.first-wait=1s",
                "-Djianxi.publishing.longest-wait=4s");
        var source = folder.resolve("home/mappings/kunming/source.yaml");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace("datasets:\n", "datasets:\n  units: {}\n  posts: {delivers: changes}\n"));
        sandboxes = PlatformSandboxes.start(Path.of("platforms"), folder.resolve("home"), gateway.var());
        ncss = sandboxes.get(NCSS);
        ncss.close();
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        deliver("units", Deliverables.unit(1), Deliverables.unit(2));
        deliver("posts", Deliverables.post(1), Deliverables.post(2).put("unitId", "U-2"), Deliverables.post(3));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        ncss.close();
        sandboxes.close();
    }

    @Test
    @Order(1)
    void whatWasDeliveredStandsWithProofEverywhereButWhereNobodyAnswers() throws Exception {
        for (var platform : WITH_UNITS) {
            comesToShow(sandboxes.get(platform), FIRST);
            provedOf(platform, "units", "show", 2);
            provedOf(platform, "posts", "show", 3);
        }
        assertThat(proofs(NCSS, "posts", "show")).isEmpty();
        var ncssNow = place(NCSS, "posts");
        assertThat(ncssNow.path("toPublish").asInt()).isEqualTo(3);
        assertThat(ncssNow.path("published").asInt()).isZero();
        assertThat(platform(NCSS).has("pausedUntil")).isTrue();
        assertThat(platform(CJOB).has("pausedUntil")).isFalse();
        assertThat(place(CJOB, "posts").path("published").asInt()).isEqualTo(3);
        assertThat(place(CJOB, "posts").path("number").asString("")).startsWith("cjob-");
    }

    @Test
    @Order(2)
    void thePlatformThatComesBackIsToldAllItMissed() throws Exception {
        ncss = PlatformSandbox.start(
                new PlatformSandbox.Manner(NCSS, "sandbox-key-of-ncss", numberOf(NCSS)),
                ncss.url().getPort());

        comesToShow(ncss, FIRST);
        provedOf(NCSS, "posts", "show", 3);
        assertThat(ncss.received())
                .as("ncss takes posts alone")
                .allMatch(call -> call.path().contains("/internships/"));
    }

    @Test
    @Order(3)
    void aTombstoneIsAWithdrawalEverywhereWithProof() throws Exception {
        deliver(
                "posts",
                JsonNodeFactory.instance.objectNode().put("postId", "G-3").put("removed", true));

        for (var platform : PLATFORMS) {
            comesToShow(sandbox(platform), List.of("会计见习岗1", "会计见习岗2"));
            provedOf(platform, "posts", "withdraw", 1);
        }
    }

    @Test
    @Order(4)
    void aWithdrawnUnitTakesItsPostsAlongAndAPlatformInTroubleDelaysNoOther() throws Exception {
        var trouble = Stream.generate(() -> new PlatformBehaviour.Refuse(503)).limit(4);
        sandboxes.get(CJOB).tell(trouble.toArray(PlatformBehaviour[]::new));
        deliver(
                "units",
                Deliverables.unit(1),
                Deliverables.unit(2).put("status", "WITHDRAWN").put("withdrawnOn", "2023-06-20"));

        for (var platform : List.of("graduates", "jobonline", "local", NCSS)) {
            comesToShow(sandbox(platform), List.of("会计见习岗1"));
            provedOf(platform, "posts", "withdraw", 2);
        }
        assertThat(place("local", "posts").path("published").asInt()).isOne();
        comesToShow(sandboxes.get(CJOB), List.of("会计见习岗1"));
        for (var platform : WITH_UNITS) {
            provedOf(platform, "units", "withdraw", 1);
        }
        provedOf(CJOB, "posts", "withdraw", 2);
        assertThat(asked("select listing from publication where state = 'waiting'"))
                .isEmpty();
    }

    @Test
    @Order(5)
    void theLedgerSaysWhatEachListWasAndIsWhole() throws Exception {
        assertThat(asked("select subject from ledger_entry where kind = 'list-published' and subject like 'units/%'"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(asked("select subject from ledger_entry where kind = 'list-published' and subject like 'posts/%'"))
                .hasSizeGreaterThanOrEqualTo(3);

        var fsck = gateway.command("ledger", "fsck");

        assertThat(fsck.code()).as(fsck.out() + fsck.err()).isZero();
    }

    @Test
    @Order(6)
    void anEntryThatAPlatformTurnsAwayIsShownToTheOfficeInWords() throws Exception {
        var forLong = Stream.generate(() -> new PlatformBehaviour.Refuse(422)).limit(1_000);
        sandboxes.get("graduates").tell(forLong.toArray(PlatformBehaviour[]::new));
        deliver("posts", Deliverables.post(4));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> place("graduates", "posts").path("refused").asInt() == 1);
        var list = publishing().at("/lists/1");
        assertThat(list.path("list").asString("")).isEqualTo("posts");
        assertThat(list.path("entries").asInt()).isEqualTo(2);
        assumeTrue(Browser.isThere(), "there is no browser");
        try (var reader = Reader.at(gateway.url(), folder.resolve("browser"), true)) {
            reader.signIn(auditor);
            reader.browser().manage().window().setSize(new Dimension(1366, 768));
            reader.open("/console/publishing");
            assertThat(reader.text()).contains("公开清单与平台", "见习单位清单", "中国公共招聘网", "待发布", "被拒收的条目", "HTTP 422", "清单未向社会公开");
            assertThat(reader.browser().findElements(By.cssSelector("#lists tbody tr")))
                    .hasSize(3);
            assertThat(reader.browser().findElements(By.cssSelector("#platforms tbody th[scope=rowgroup]")))
                    .hasSize(5);
            assertThat(reader.browser().findElements(By.cssSelector("#platforms caption, #lists caption")))
                    .hasSize(2);
            reader.inOrder("15-publishing");
            reader.open("/console/publishing?lang=en");
            assertThat(reader.text()).contains("Published lists and platforms", "Being withdrawn", "Refused entries");
        }
    }

    private static JsonNode publishing() throws Exception {
        var answer = wire.get("/api/v1/publishing", auditor);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Wire.json(answer);
    }

    private static JsonNode platform(String platform) throws Exception {
        return publishing()
                .path("platforms")
                .valueStream()
                .filter(one -> one.path("platform").asString("").equals(platform))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode place(String platform, String list) throws Exception {
        return platform(platform)
                .path("lists")
                .valueStream()
                .filter(one -> one.path("list").asString("").equals(list))
                .findFirst()
                .orElseThrow();
    }

    private static PlatformSandbox sandbox(String platform) {
        return platform.equals(NCSS) ? ncss : sandboxes.get(platform);
    }

    private static void comesToShow(PlatformSandbox platform, List<String> titles) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var shown = String.join("\n", platform.shown().values());
            for (var title : FIRST) {
                assertThat(shown.contains(title))
                        .as("%s at %s", title, platform.name())
                        .isEqualTo(titles.contains(title));
            }
        });
    }

    /** Their own numbers, each another one; what they answered is written down after they did it. */
    private static void provedOf(String platform, String list, String act, int entries) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(proofs(platform, list, act))
                        .as("%s of %s by %s", act, list, platform)
                        .hasSize(entries)
                        .doesNotHaveDuplicates()
                        .allMatch(number -> number.startsWith(platform + "-")));
    }

    private static List<String> proofs(String platform, String list, String act) throws Exception {
        return asked("select number from publication_proof where platform = '%s' and list = '%s' and act = '%s'"
                .formatted(platform, list, act));
    }

    private static String numberOf(String platform) {
        return YamlFile.read(Path.of("platforms", platform, "platform.yaml"))
                .tree()
                .at("/wire/number")
                .asString();
    }

    private static List<String> asked(String sql) throws Exception {
        var data = gateway.var().resolve("postgres");
        var port = Files.readAllLines(data.resolve("data-18/postmaster.pid"))
                .get(3)
                .strip();
        var password =
                Files.readString(data.resolve("passwords/postgres.password")).strip();
        var answers = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/jianxi", "postgres", password);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static void deliver(String dataset, ObjectNode... records) throws Exception {
        var batch = JsonNodeFactory.instance.objectNode();
        batch.put("dataset", dataset).put("period", "2023-06").put("sender", "530100");
        var array = batch.putArray("records");
        Stream.of(records).forEach(array::add);
        var pushed = wire.send(wire.request("/api/v1/submissions?dataset=" + dataset + "&period=2023-06", kunming)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(batch.toString().getBytes(UTF_8))));
        assertThat(pushed.statusCode()).as(new String(pushed.body(), UTF_8)).isEqualTo(201);
    }
}
