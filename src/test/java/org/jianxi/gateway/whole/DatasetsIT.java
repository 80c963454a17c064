package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Units, posts, mentors, payments, events and publications through the doors of a real gateway. */
class DatasetsIT {

    private static final String PURPOSE = "?purpose=checking+a+claim";
    private static final String UPLOADER = "530900";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static SftpSender uploader;
    private static String kunming;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var mappings = folder.resolve("home/mappings");
        deliver(mappings.resolve("kunming"), """
                  units: {}
                  posts: {delivers: changes}
                  mentors: {mapping: mentors.yaml}
                  payments: {}
                  matching-events: {}
                  post-publications: {}
                """);
        Files.writeString(mappings.resolve("kunming/mentors.yaml"), """
                source: kunming
                dataset: mentors
                format: csv
                header: {anchor: 工号}
                fields:
                  mentorId: 工号
                  unitId: 单位编号
                  name: 姓名
                  yearsExperience: 工作年限
                """);
        deliver(mappings.resolve("official"), """
                  units: {files: 'units-*'}
                  posts: {mapping: posts.yaml, files: 'posts-*'}
                """);
        var official = mappings.resolve("official/source.yaml");
        Files.writeString(
                official,
                Files.readString(official)
                        .replace("{mapping: monthly-return.yaml}", "{mapping: monthly-return.yaml, files: '2023-*'}"));
        Files.writeString(mappings.resolve("official/posts.yaml"), """
                source: official
                dataset: posts
                format: xlsx
                sheet: 岗位
                header: {anchor: 岗位编号}
                fields:
                  postId: 岗位编号
                  unitId: 单位编号
                  title: 岗位名称
                  category: 岗位类别
                  headcount: 人数
                  durationMonths: 期限
                  monthlyAllowance: {const: '1800.00'}
                  workDivisionCode: {const: '530902'}
                  workAddress: {const: 临翔区}
                  demonstration: {const: true}
                  raisedOn: {const: '2023-05-01'}
                  status: {const: REVIEWED}
                """);
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        var password = keys.login("official-" + UPLOADER, "official", UPLOADER);
        gateway.start();
        wire = new Wire(gateway.url());
        uploader = new SftpSender(gateway.sftpPort(), "official-" + UPLOADER, password);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aBatchOfEachDatasetIsPushedAndReadBackForAPurpose() throws Exception {
        for (var dataset : Deliverables.inOrder()) {
            if (dataset.equals("mentors")) {
                continue;
            }
            var record = Deliverables.all().get(dataset);
            var pushed = push(dataset, "application/json", batch(dataset, record));
            assertThat(pushed.statusCode()).as(text(pushed)).isEqualTo(201);

            var id = Wire.json(pushed).at("/id").asString("");
            var path = "/api/v1/records/" + dataset + "/" + id + "/1";
            assertThat(wire.get(path, kunming).statusCode()).as("no purpose").isEqualTo(400);
            var read = wire.get(path + PURPOSE, kunming);
            assertThat(read.statusCode()).as(text(read)).isEqualTo(200);
            assertThat(Wire.json(read).at("/record").toString()).isEqualTo(record.toString());
        }
    }

    @Test
    void aUnitSentAgainStandsInItsNewVersionAndTheOldOneStays() throws Exception {
        var first = push("units", "application/json", batch("units", unit("U-90", 90)));
        var second = push(
                "units", "application/json", batch("units", unit("U-90", 90).put("employeeCount", 77)));
        var old = Wire.json(first).at("/id").asString("");

        var records = standing("units", "U-90");

        assertThat(records.size()).isOne();
        assertThat(records.at("/0/record/employeeCount").asInt()).isEqualTo(77);
        assertThat(records.at("/0/submission").asString(""))
                .isEqualTo(Wire.json(second).at("/id").asString(""));
        var before = wire.get("/api/v1/records/units/" + old + "/1" + PURPOSE, kunming);
        assertThat(Wire.json(before).at("/record").has("employeeCount")).isFalse();
        assertThat(before.statusCode()).isEqualTo(200);
    }

    @Test
    void aPostThatIsGoneIsATombstoneAndItsVersionsStayToBeRead() throws Exception {
        var first = push("posts", "application/json", batch("posts", Deliverables.post(71), Deliverables.post(72)));
        var gone = "<posts xmlns=\"urn:jianxi:canonical:1\"><sender>530100</sender><period>2023-06</period><records>"
                + "<removal><postId>G-71</postId></removal></records></posts>";

        var second = push("posts", "application/xml", gone.getBytes(UTF_8));

        assertThat(second.statusCode()).as(text(second)).isEqualTo(201);
        assertThat(standing("posts", "G-71").size()).isZero();
        assertThat(standing("posts", "G-72").size())
                .as("what is not named stands")
                .isOne();
        var before = Wire.json(first).at("/id").asString("");
        var tombstone = Wire.json(second).at("/id").asString("");
        assertThat(Wire.json(wire.get("/api/v1/records/posts/" + before + "/1" + PURPOSE, kunming))
                        .at("/record/postId")
                        .asString(""))
                .isEqualTo("G-71");
        assertThat(Wire.json(wire.get("/api/v1/records/posts/" + tombstone + "/1" + PURPOSE, kunming))
                        .at("/record")
                        .toString())
                .isEqualTo("{\"postId\":\"G-71\",\"removed\":true}");
        var manifest = wire.get("/api/v1/submissions/" + tombstone + "/manifest", kunming);
        assertThat(text(manifest)).contains("\"delivers\":\"changes\"", "\"removed\":1");
    }

    @Test
    void aSourceThatDeliversNoChangesCallsNothingGone() throws Exception {
        var gone = "{\"dataset\":\"units\",\"sender\":\"530100\",\"period\":\"2023-06\","
                + "\"records\":[{\"unitId\":\"U-1\",\"removed\":true}]}";

        var refused = push("units", "application/json", gone.getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Wire.json(refused).at("/findings/0/rule").asString("")).isEqualTo("P-REMOVAL");
    }

    @Test
    void aTableIsRefusedByLineColumnAndField() throws Exception {
        var table =
                "工号,单位编号,姓名,工作年限\nM-1,U-1,%s,12\nM-2,U-1,%s,很久\n".formatted(Deliverables.MENTOR, Deliverables.MENTOR);

        var pushed = push("mentors", "text/csv", table.getBytes(UTF_8));

        assertThat(pushed.statusCode()).isEqualTo(422);
        // whether the mentors' unit was delivered before depends on the other tests, and is no error
        assertThat(Wire.json(pushed).path("findings").valueStream())
                .filteredOn(finding -> finding.path("severity").asString("").equals("error"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at("/rule").asString("")).isEqualTo("F-NUMBER");
                    assertThat(finding.at("/at/line").asInt()).isEqualTo(3);
                    assertThat(finding.at("/at/column").asString("")).isNotEmpty();
                    assertThat(finding.at("/at/field").asString("")).isEqualTo("yearsExperience");
                });
        assertThat(text(pushed)).doesNotContain(Deliverables.MENTOR);
        var good = push("mentors", "text/csv", table.replace("很久", "9").getBytes(UTF_8));
        assertThat(good.statusCode()).as(text(good)).isEqualTo(201);
    }

    @Test
    void uploadedFilesAreAnsweredInTheOutboxByCell() throws Exception {
        var units = Trainees.batch("units", unit("U-1", 1)).put("sender", UPLOADER);
        ((ObjectNode) units.at("/records/0")).put("reportingOffice", UPLOADER).put("divisionCode", "530902");
        uploader.leave(Map.of(
                "units-2023-06.json", units.toString().getBytes(UTF_8),
                "posts-2023-06.xlsx", posts("技术技能类"),
                "posts-wrong-2023-06.xlsx", posts("其他类")));

        var expected = new TreeSet<>(java.util.List.of(
                "posts-2023-06.xlsx.receipt.json",
                "posts-wrong-2023-06.xlsx.findings.json",
                "units-2023-06.json.receipt.json"));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(uploader.outbox()).containsAll(expected));
        var finding = Wire.json(uploader.fetch("posts-wrong-2023-06.xlsx.findings.json"))
                .at("/findings/0");
        assertThat(finding.at("/rule").asString("")).isEqualTo("F-CODE");
        assertThat(finding.at("/at/sheet").asString("")).isEqualTo("岗位");
        assertThat(finding.at("/at/cell").asString("")).isEqualTo("D3");
        assertThat(finding.at("/at/record").asInt()).isEqualTo(2);
    }

    private static JsonNode standing(String dataset, String key) throws IOException, InterruptedException {
        var path = "/api/v1/records/" + dataset + PURPOSE + "&period=2023-06";
        return Wire.json(wire.get(path, kunming, "Record-Key", key)).at("/records");
    }

    private static byte[] posts(String category) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("岗位");
            var rows = new String[][] {
                {"岗位编号", "单位编号", "岗位名称", "岗位类别", "人数", "期限"},
                {"G-1", "U-1", "会计", "管理类", "2", "6"},
                {"G-2", "U-1", "钳工", category, "3", "12"}
            };
            for (var at = 0; at < rows.length; at++) {
                var row = sheet.createRow(at);
                for (var column = 0; column < rows[at].length; column++) {
                    row.createCell(column).setCellValue(rows[at][column]);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static ObjectNode unit(String id, int order) {
        return Deliverables.unit(order).put("unitId", id);
    }

    private static byte[] batch(String dataset, ObjectNode... records) {
        return Trainees.batch(dataset, records).toString().getBytes(UTF_8);
    }

    private static void deliver(Path source, String datasets) throws IOException {
        var file = source.resolve("source.yaml");
        Files.writeString(file, Files.readString(file).replace("datasets:\n", "datasets:\n" + datasets));
    }

    private static HttpResponse<byte[]> push(String dataset, String type, byte[] body)
            throws IOException, InterruptedException {
        return wire.send(wire.request(
                        "/api/v1/submissions?dataset=" + dataset + "&period=2023-06", kunming, "Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
