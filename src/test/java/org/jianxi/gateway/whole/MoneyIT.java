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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The subsidy from delivered records, as programs and the office read it (云人社发〔2023〕18号 三, 人社部发〔2023〕27号 四(二)). */
class MoneyIT {

    private static final String KUNMING = "530100";
    private static final String JUNE = "/api/v1/entitlements/2023-06";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String zhaotong;
    private static String office;

    /** Two trainees since 10 January; one month of one is paid, and another month at no rate of the notice. The return says 3 万元. */
    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var source = folder.resolve("home/mappings/kunming/source.yaml");
        Files.writeString(source, Files.readString(source).replace("datasets:\n", """
                datasets:
                  units: {}
                  posts: {}
                  trainees: {}
                  placements: {}
                  payments: {}
                """));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", KUNMING);
        zhaotong = keys.sender("zhaotong", "530600");
        office = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
        push("units", Deliverables.unit(1).put("name", "=昆明测试见习单位1"));
        push("posts", Deliverables.post(1));
        push("trainees", Trainees.graduate(1), Trainees.graduate(2));
        push("placements", Trainees.placement(1), Trainees.placement(2));
        push(
                "payments",
                Deliverables.payment(1),
                Deliverables.payment(2)
                        .put("periodFrom", "2023-03")
                        .put("periodTo", "2023-03")
                        .put("standard", "1200.00")
                        .put("amountYuan", "1200.00"));
        deliver("monthly-return", """
                {"form": "MOHRSS-2023", "period": "2023-06", "sender": "530100", "revision": 1,
                 "indicators": {"1": 1, "2": 0, "3": 2, "4": 0, "5": 2, "6": 0, "7": 0, "8": 0, "9": 0, "10": 0, "11": 0,
                                "12": 0, "13": 2, "14": "3.00"},
                 "explanations": []}
                """.getBytes(UTF_8));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aSendersUnitsAndMonthsAreWorkedOutFromItsRecords() throws Exception {
        var money = json(JUNE + "?sender=530100&trace=true", office);

        assertThat(money.at("/rules").asString("")).isEqualTo("YN-2023");
        var unit = money.at("/units/0");
        assertThat(unit.at("/unit").asString("")).isEqualTo(Deliverables.creditCode(1));
        assertThat(unit.at("/name").asString("")).isEqualTo("=昆明测试见习单位1");
        assertThat(unit.at("/months/2023-02/entitled/monthly").asString("")).isEqualTo("3000.00");
        assertThat(unit.at("/months/2023-02/paid/monthly").asString("")).isEqualTo("1500.00");
        assertThat(unit.at("/total/entitled/total").asString("")).isEqualTo("18000.00");
        assertThat(money.at("/ceiling/total").asString("")).isEqualTo("18000.00");
        assertThat(money.at("/asked").toString()).isEqualTo("{\"M-CEILING\":1,\"M-RATE\":1}");
        var rate = money.at("/questions/1");
        assertThat(rate.at("/message/zh").asString("")).contains("1200.00", "1500.00");
        assertThat(rate.at("/records/0").asString("")).endsWith("#2");
        assertThat(money.at("/records").size()).isPositive();
    }

    @Test
    void theOfficeSeesAllSendersAndASenderItself() throws Exception {
        var all = json(JUNE, office);
        assertThat(all.at("/senders").size()).isEqualTo(17);
        assertThat(all.at("/senders/0/ceiling/total").asString("")).isEqualTo("18000.00");
        assertThat(all.at("/senders/0/reported").asString("")).isEqualTo("30000.00");
        assertThat(all.at("/senders/0/questions").asInt()).isEqualTo(2);
        assertThat(all.at("/senders/1/year").isNull()).isTrue();

        var own = json(JUNE, kunming);
        assertThat(own.at("/senders").size()).isOne();
        assertThat(wire.get(JUNE + "?sender=530100", kunming).statusCode()).isEqualTo(200);
        assertThat(wire.get(JUNE + "?sender=530100", zhaotong).statusCode()).isEqualTo(404);
        assertThat(wire.get(JUNE + "?sender=530300", office).statusCode()).isEqualTo(404);
        assertThat(wire.get(JUNE + "?sender=kunming", office).statusCode()).isEqualTo(404);
    }

    @Test
    void aTableHoldsNoFormula() throws Exception {
        var table = new String(
                wire.send(wire.request(JUNE + "?sender=530100", office, "Accept", "text/csv")
                                .GET())
                        .body(),
                UTF_8);

        assertThat(table).startsWith("\uFEFF\"uscc\",\"name\",\"month\"").contains("\"'=昆明测试见习单位1\"", "\"2023-06\"");
    }

    @Test
    void anotherNoticeIsANewFileThatIsReadWhileRunning() throws Exception {
        var first = folder.resolve("home/schemas/entitlements/2023.yaml");
        var later = folder.resolve("home/schemas/entitlements/2024.yaml");
        Files.writeString(
                later,
                Files.readString(first)
                        .replace("YN-2023", "YN-2024")
                        .replace("validFrom: 2023-01", "validFrom: 2024-01")
                        .replace("fen: 150000", "fen: nothing"));
        assertThat(json("/api/v1/entitlements/2024-01?sender=530100", office)
                        .at("/rules")
                        .asString(""))
                .isEqualTo("YN-2023");

        Files.writeString(later, Files.readString(later).replace("fen: nothing", "fen: 180000"));

        assertThat(json("/api/v1/entitlements/2024-01?sender=530100", office)
                        .at("/rules")
                        .asString(""))
                .isEqualTo("YN-2024");
    }

    @Test
    void theOfficeReadsItInTheBrowser() throws Exception {
        assumeTrue(Browser.isThere(), "there is no browser, and it could not be installed");
        try (var reader = reader()) {
            reader.open("/console/money/2023-06");
            assertThat(reader.text()).contains("昆明市", "18000.00", "1.80", "3.00 超过上限", "未报送记录");
            reader.shoot("6-money");
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");

            reader.open("/console/money/2023-06?sender=530100");
            assertThat(reader.text()).contains("昆明测试见习单位1", "M-CEILING", "M-RATE", "云人社发〔2023〕18号 三", "15300.00");
            reader.shoot("6-money-sender");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        }
    }

    private static Reader reader() throws IOException {
        var reader = Reader.at(gateway.url(), folder.resolve("browser"), true);
        reader.signIn(office);
        return reader;
    }

    private static JsonNode json(String path, String key) throws IOException, InterruptedException {
        var answer = wire.get(path, key);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return Wire.json(answer);
    }

    private static void push(String dataset, ObjectNode... records) throws IOException, InterruptedException {
        deliver(dataset, Trainees.batch(dataset, records).toString().getBytes(UTF_8));
    }

    private static void deliver(String dataset, byte[] body) throws IOException, InterruptedException {
        var answer = wire.send(wire.request(
                        "/api/v1/submissions?dataset=" + dataset + "&period=2023-06",
                        kunming,
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
    }
}
