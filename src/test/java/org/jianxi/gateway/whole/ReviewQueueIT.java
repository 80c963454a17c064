package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A registry's row with a wrong number, from the extract to a proposed mark, over the interface and on the page of a real gateway. */
class ReviewQueueIT {

    private static final String REGISTRY = "lifted-from-poverty";
    private static final String CANDIDATES = "/api/v1/registries/" + REGISTRY + "/candidates";
    private static final String MARKS = "/api/v1/hardship/marks";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String officer;
    private static String auditor;

    @BeforeAll
    static void twoTraineesStandInTheExtractWithWrongNumbers() throws Exception {
        gateway = GatewayProcess.in(folder);
        var home = folder.resolve("home");
        RecordsIT.deliverPeople(home.resolve("mappings"));
        var registry = Files.createDirectories(home.resolve("registries").resolve(REGISTRY));
        Files.copy(Path.of("registries", REGISTRY, "registry.yaml"), registry.resolve("registry.yaml"));
        var keys = new Keys(gateway.var());
        var kunming = keys.sender("kunming", "530100");
        officer = keys.office(Role.OFFICER);
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        var batch = Trainees.batch("trainees", trainee(1), trainee(2));
        var pushed = wire.request(
                        "/api/v1/submissions?dataset=trainees&period=2023-06",
                        kunming,
                        "Content-Type",
                        MediaType.JSON.contentType())
                .POST(BodyPublishers.ofString(batch.toString()));
        assertThat(wire.send(pushed).statusCode()).isEqualTo(201);
        load();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aPersonDecidesOnThePageAndOverTheInterfaceAndOnlyAMarkIsProposed() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        var open = candidates();
        assertThat(open).hasSize(2).allSatisfy(one -> {
            var steps = one.at("/weighed/steps")
                    .valueStream()
                    .mapToDouble(step -> step.path("bits").asDouble())
                    .sum();
            assertThat(one.at("/weighed/prior").asDouble() + steps)
                    .isCloseTo(one.at("/weighed/total").asDouble(), offset(1e-6));
            assertThat(one.toString()).doesNotContain("测试", "样例");
        });
        assertThat(marks()).isEmpty();
        assertThat(wire.get(CANDIDATES, auditor).statusCode()).isEqualTo(403);

        onThePage(open.getFirst().path("id").asLong(), "同一人");
        assertThat(marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.path("state").asString("")).isEqualTo("proposed"));

        var other = open.getLast().path("id").asLong();
        assertThat(close(other, "{\"outcome\": \"not-the-same\"}"))
                .as("without a reason")
                .isEqualTo(422);
        assertThat(close(other, "{\"outcome\": \"not-the-same\", \"reason\": \"户籍地与毕业院校均不符\"}"))
                .isEqualTo(204);
        assertThat(close(other, "{\"outcome\": \"same-person\", \"reason\": \"想再改回来\"}"))
                .isEqualTo(409);
        assertThat(candidates()).isEmpty();
        assertThat(marks()).hasSize(1);
    }

    private static void onThePage(long candidate, String said) throws Exception {
        try (var reader = Reader.at(gateway.url(), folder.resolve("browser"), true)) {
            reader.signIn(officer);
            reader.open("/console/registries/" + REGISTRY + "/candidates/" + candidate);
            assertThat(reader.text()).contains("各项依据").doesNotContain("测试", "样例");
            reader.browser().findElement(By.id("purpose")).sendKeys("核对无号码登记行");
            reader.press("查看双方信息");
            reader.awaitText("认定");
            assertThat(reader.text()).containsAnyOf("测试·人1", "样例·另一位");
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
            reader.browser().findElement(By.id("reason")).sendKeys("与街道核对，" + said);
            reader.browser()
                    .findElement(By.cssSelector("button[value=same-person]"))
                    .click();
            reader.awaitText("每行由人认定");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    private static void load() throws Exception {
        var lines = new ArrayList<>(List.of("姓名,证件号码,与户主关系,户类型"));
        IntStream.rangeClosed(1, 2).mapToObj(ReviewQueueIT::mistyped).forEach(lines::add);
        IntStream.range(100, 200).mapToObj(ReviewQueueIT::stranger).forEach(lines::add);
        var name = "脱贫_%s.csv".formatted(TODAY.minusDays(10).format(DateTimeFormatter.BASIC_ISO_DATE));
        var file = Files.write(folder.resolve(name), lines, Charset.forName("GB18030"));
        var ended = gateway.command("registries", "load", REGISTRY, file.toString(), "--json");
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    /** Two who have neither name nor birthday in common. */
    private static ObjectNode trainee(int number) {
        var person = Trainees.graduate(number);
        return number == 1
                ? person
                : person.put("name", "样例·另一位")
                        .put("birthDate", "2000-08-08")
                        .put("idNumber", Trainees.idNumber("2000-08-08", 2 * number));
    }

    private static String mistyped(int number) {
        var person = trainee(number);
        var right = person.path("idNumber").asString();
        var wrong = right.substring(0, 17) + (right.endsWith("7") ? '8' : '7');
        return "%s,%s,户主,脱贫户（享受政策）".formatted(person.path("name").asString(), wrong);
    }

    private static String stranger(int number) {
        return "路人%d,%s,户主,脱贫户（享受政策）".formatted(number, Trainees.idNumber("1990-05-05", number));
    }

    private static List<JsonNode> candidates() throws Exception {
        return Wire.json(wire.get(CANDIDATES, officer))
                .path("candidates")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> marks() throws Exception {
        return Wire.json(wire.get(MARKS, officer)).path("marks").valueStream().toList();
    }

    private static int close(long candidate, String body) throws Exception {
        return wire.send(wire.request(
                                CANDIDATES + "/" + candidate + "/closing", officer, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }
}
