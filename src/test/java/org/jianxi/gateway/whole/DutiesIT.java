package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the programme asks beside the figures, from delivered records to the office's page and to the unit's own row. */
class DutiesIT {

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String reporter;
    private static String office;

    @BeforeAll
    static void oneOfSeventeenDeliversRecords() throws Exception {
        gateway = GatewayProcess.in(folder);
        var source = folder.resolve("home/mappings/kunming/source.yaml");
        Files.writeString(source, Files.readString(source).replace("datasets:\n", """
                datasets:
                  units: {}
                  posts: {delivers: changes}
                  trainees: {}
                  placements: {}
                  matching-events: {}
                """));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        reporter = keys.reporter("530300");
        office = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        push("units", Deliverables.unit(1));
        push("posts", Deliverables.post(1), Deliverables.post(2));
        push("trainees", Trainees.graduate(1));
        push("placements", Trainees.placement(1));
        push("matching-events", Deliverables.event(1));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void theOfficeReadsWhoDoesWhatAndWhoHasNoRecords() throws Exception {
        var answer = wire.get("/api/v1/duties/2023-06", office);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        var month = Wire.json(answer);

        assertThat(month.at("/senders").size()).isEqualTo(17);
        assertThat(month.at("/duties/0/clause").asString("")).isEqualTo("人社部发〔2023〕27号 二(二)");
        var own = month.at("/senders/0/duties");
        assertThat(own.at("/postKinds/standing").asString("")).isEqualTo("not-met");
        assertThat(own.at("/demonstrationPosts/whole").asInt()).isEqualTo(4);
        assertThat(own.at("/matchingEvents/numbers").size()).isEqualTo(2);
        assertThat(own.at("/mentors/whole").asInt()).isEqualTo(1);
        var other = month.at("/senders/1/duties/demonstrationPosts");
        assertThat(other.at("/standing").asString("")).isEqualTo("no-records");
        assertThat(other.at("/numbers").size()).isZero();
        assertThat(month.at("/province/demonstrationPosts/missing").size()).isEqualTo(16);
    }

    @Test
    void whoeverSendsReadsItsOwnRowAlone() throws Exception {
        for (var key : new String[] {kunming, reporter}) {
            var month = Wire.json(wire.get("/api/v1/duties/2023-06", key));
            assertThat(month.at("/senders").size()).isOne();
            assertThat(month.at("/senders/0/sender").asString("")).isEqualTo(key.equals(kunming) ? "530100" : "530300");
            assertThat(month.has("province")).isFalse();
        }
    }

    @Test
    void aMonthOfNoRulesIsNotThereAndBeforeAnyRecordAllIsAGap() throws Exception {
        assertThat(wire.get("/api/v1/duties/2022-12", office).statusCode()).isEqualTo(404);
        JsonNode before = Wire.json(wire.get("/api/v1/duties/2023-06?size=0", office));
        assertThat(before.at("/senders/0/duties").valueStream())
                .allSatisfy(one -> assertThat(one.at("/standing").asString("")).isEqualTo("no-records"));
    }

    @Test
    void theTableOpensInASpreadsheet() throws Exception {
        var answer = wire.send(wire.request("/api/v1/duties/2023-06", office, "Accept", "text/csv")
                .GET());
        var lines = new String(answer.body(), UTF_8).lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFF\"sender\",\"name\",\"measure\"");
        assertThat(lines).hasSize(1 + 18 * 7);
        assertThat(lines.getLast()).startsWith("\"530000\",\"云南省\",\"publishedPosts\"");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("duties-2023-06.csv");
    }

    @Test
    void thePageIsATableThatSaysInWordsWhatItSays() throws Exception {
        assumeTrue(Browser.isThere(), "there is no browser");
        try (var reader = Reader.at(gateway.url(), folder.resolve("browser"), true)) {
            reader.signIn(office);
            reader.open("/console/targets?period=2023-06");
            reader.browser()
                    .findElement(By.cssSelector(".months a[href='/console/duties/2023-06']"))
                    .click();
            reader.awaitText("任务落实情况（2023-06 月末）");
            assertThat(reader.text()).contains("示范性岗位占比", "人社部发〔2023〕27号 二(二)", "未达标", "无记录", "16 个单位无记录");
            assertThat(reader.browser().findElements(By.cssSelector("#duties tbody tr")))
                    .hasSize(17);
            assertThat(reader.browser().findElements(By.cssSelector("#duties thead th[scope=col]")))
                    .hasSize(8);
            reader.shoot("14-duties");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
            reader.open("/console/duties/2023-06?lang=en");
            assertThat(reader.text()).contains("Share of demonstration posts", "No records", "16 without records: ");
            reader.open("/console/duties?period=2022-12");
            assertThat(reader.text()).contains("No duties are stated for 2022-12");
        }
    }

    private static void push(String dataset, ObjectNode... records) throws IOException, InterruptedException {
        var body = Trainees.batch(dataset, records).toString().getBytes(UTF_8);
        var answer = wire.send(wire.request(
                        "/api/v1/submissions?dataset=" + dataset + "&period=2023-06",
                        kunming,
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
    }
}
