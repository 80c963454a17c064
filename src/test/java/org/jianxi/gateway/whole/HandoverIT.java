package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Trainees;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import tools.jackson.databind.node.ObjectNode;

/** Trainees whom nobody kept, handed to a named receiver that opens its list with OpenSSL (供对接名单). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandoverIT {

    private static final String HANDOVERS = "/api/v1/handovers";
    private static final String WHY = "组织见习人员专场招聘";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static ReceiverKeys receiver;
    private static String kunming;
    private static String qujing;
    private static String officer;
    private static String auditor;
    private static String trainees;

    @BeforeAll
    static void sixTraineesOfKunmingAndOneOfQujingAreIn() throws Exception {
        Openssl.isHere();
        gateway = GatewayProcess.in(folder).on(Instant.parse("2023-07-03T01:00:00Z"));
        RecordsIT.deliverPeople(folder.resolve("home/mappings"));
        receiver = ReceiverKeys.in(folder.resolve("receiver"));
        Files.copy(receiver.certificate(), gateway.var().resolve("talent.pem"));
        Files.writeString(gateway.var().resolve("receivers.yaml"), """
                receivers:
                  kunming-talent:
                    name: {zh: 昆明市公共就业服务中心, en: Kunming employment service}
                    senders: ["530100"]
                    purposes: [work, training]
                    basis: 昆人社委〔2023〕1号委托协议
                    certificate: talent.pem
                """);
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        officer = keys.office(Role.OFFICER);
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        trainees = push(
                kunming,
                Trainees.batch(
                        "trainees",
                        reachable(1),
                        reachable(2),
                        reachable(3),
                        reachable(4),
                        reachable(5),
                        Trainees.graduate(6)));
        push(
                kunming,
                Trainees.batch(
                        "placements",
                        ended(1, "NOT_EMPLOYED"),
                        ended(2, "UNKNOWN"),
                        ended(3, "RETAINED").put("contractFrom", "2023-04-11"),
                        Trainees.placement(4),
                        ended(5, "OTHER_EMPLOYED"),
                        ended(6, "NOT_EMPLOYED")));
        push(qujing, Trainees.batch("trainees", reachable(7)).put("sender", "530300"));
        push(qujing, Trainees.batch("placements", ended(7, "NOT_EMPLOYED")).put("sender", "530300"));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    @Order(1)
    void theReceiverOpensItsListAndFindsWhatItsPurposeNeedsOfWhomNobodyKept() throws Exception {
        var sealed = make("kunming-talent", "work", WHY);
        assertThat(sealed.statusCode()).as(text(sealed)).isEqualTo(200);
        assertThat(sealed.headers().firstValue("Content-Type")).contains("application/pkcs7-mime");

        var list = receiver.opened(sealed.body());

        assertThat(list)
                .startsWith("\uFEFF\"姓名\",\"手机号码\",\"常住地行政区划\",\"学历\"")
                .contains("\"测试·人1\"", "\"测试·人2\"", mobile(1), "会计学");
        assertThat(list.lines()).hasSize(3);
        assertThat(list)
                .as("retained, in post, employed, without a telephone, of another unit")
                .doesNotContain("测试·人3", "测试·人4", "测试·人5", "测试·人6", "测试·人7");
        assertThat(list).doesNotContain("2001-03-15", Trainees.idNumber("2001-03-15", 2));
        assertThat(asked("select people || ' ' || encode(digest, 'hex') from handover"))
                .isEqualTo("2 " + Sm3.of(sealed.body()).hex());
    }

    @Test
    @Order(2)
    void anotherPurposeHasOtherFields() throws Exception {
        var list = receiver.opened(make("kunming-talent", "training", WHY).body());

        assertThat(list.lines().findFirst().orElseThrow()).contains("职业技能等级").doesNotContain("毕业院校", "就业意愿");
    }

    @Test
    @Order(3)
    void everyLookIsToldToThePersonWithThePurposeAndTheLedgerKnowsNobody() throws Exception {
        var looks = wire.get("/api/v1/records/trainees/" + trainees + "/1/looks", kunming);
        assertThat(text(looks)).contains("供对接名单（就业推荐）交kunming-talent：" + WHY, "昆人社委〔2023〕1号委托协议");
        assertThat(text(wire.get("/api/v1/records/trainees/" + trainees + "/3/looks", kunming)))
                .as("retained, so nobody looked")
                .doesNotContain("供对接名单");

        var entry = asked("select convert_from(body, 'UTF8') from ledger_entry where kind = 'list-handed-over'"
                + " order by position limit 1");
        assertThat(entry)
                .contains("\"people\":2", "\"receiver\":\"kunming-talent\"", "\"purpose\":\"work\"")
                .doesNotContain("测试", mobile(1), WHY);
        assertThat(Files.readString(gateway.var().resolve("gateway.log"))).doesNotContain("测试·人", mobile(1));
        assertThat(gateway.command("ledger", "fsck").code()).isZero();
    }

    @Test
    @Order(4)
    void nothingIsHandedOverWithoutAReasonForAnotherPurposeOrToAStranger() throws Exception {
        assertThat(refused("kunming-talent", "work", "查")).isEqualTo("handover-no-words");
        assertThat(refused("kunming-talent", "work", "联系" + mobile(1))).isEqualTo("handover-somebody");
        assertThat(refused("kunming-talent", "start-up", WHY)).isEqualTo("handover-other-purpose");
        assertThat(refused("somebody-else", "work", WHY)).isEqualTo("handover-no-receiver");
        assertThat(wire.send(request(auditor, "kunming-talent", "work", WHY)).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(5)
    void whoWasErasedIsInNoListAnyMore() throws Exception {
        asSuperuser("update person_record set content = null, person_token = null, name_token = null"
                + " where dataset = 'trainees' and number = 2 and sender = '530100'");

        var list = receiver.opened(make("kunming-talent", "work", WHY).body());

        assertThat(list).contains("测试·人1").doesNotContain("测试·人2");
    }

    @Test
    @Order(6)
    void anOfficerDoesItAtThePageWithAPurposeWrittenFirst() throws Exception {
        var visitor = new Visitor(gateway.url());
        visitor.signIn(officer);
        var page = "/console/handovers";
        var without = visitor.post(page, page, Map.of("choice", "kunming-talent/work", "words", ""));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("请写明用途，4至100字");
        var file = visitor.post(page, page, Map.of("choice", "kunming-talent/work", "words", WHY));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("kunming-talent-work.p7m");

        assumeTrue(Browser.isThere(), "there is no browser");
        try (var reader = Reader.at(gateway.url(), folder.resolve("browser"), true)) {
            reader.signIn(officer);
            reader.browser().manage().window().setSize(new Dimension(1366, 768));
            reader.open(page);
            assertThat(reader.text()).contains("供对接名单", "昆明市公共就业服务中心", "就业推荐", WHY, "生成加密名单");
            reader.inOrder("16-handovers");
            reader.open(page + "?lang=en");
            assertThat(reader.text()).contains("Hand-over lists", "Job referral", "Make the sealed list");
        }
    }

    @Test
    @Order(7)
    void whileTheFileOfReceiversIsWrongNobodyReceivesAnything() throws Exception {
        var file = gateway.var().resolve("receivers.yaml");
        Files.writeString(file, Files.readString(file).replace("purposes: [work, training]", "purposes: [marketing]"));

        assertThat(refused("kunming-talent", "work", WHY)).isEqualTo("handover-no-receiver");
        var listed = Wire.json(wire.get(HANDOVERS, auditor));
        assertThat(listed.path("receivers").size()).isZero();
        assertThat(listed.path("problem").asString("")).contains("receivers.yaml");
        assertThat(listed.path("handovers").size()).isEqualTo(4);
    }

    private static ObjectNode reachable(int number) {
        return Trainees.graduate(number).put("mobile", mobile(number));
    }

    private static String mobile(int number) {
        return "1" + "39" + "%08d".formatted(number);
    }

    private static ObjectNode ended(int number, String outcome) {
        var placement = Trainees.placement(number)
                .put("plannedEndOn", "2023-04-10")
                .put("actualEndOn", "2023-04-10")
                .put("endKind", "TERM_COMPLETED")
                .put("outcome", outcome)
                .put("status", outcome.equals("RETAINED") ? "RETAINED" : "COMPLETED");
        return outcome.equals("UNKNOWN") ? placement : placement.put("outcomeOn", "2023-04-11");
    }

    private static String refused(String to, String purpose, String why) throws Exception {
        var answer = make(to, purpose, why);
        assertThat(answer.statusCode()).isEqualTo(409);
        var type = Wire.json(answer).path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static HttpResponse<byte[]> make(String to, String purpose, String why) throws Exception {
        return wire.send(request(officer, to, purpose, why));
    }

    private static HttpRequest.Builder request(String key, String to, String purpose, String why) {
        var body = "{\"receiver\":\"%s\",\"purpose\":\"%s\",\"reason\":\"%s\"}".formatted(to, purpose, why);
        return wire.request(HANDOVERS, key, "Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static String push(String key, ObjectNode batch) throws Exception {
        var path = "/api/v1/submissions?dataset=" + batch.path("dataset").asString("") + "&period=2023-06";
        var answer = wire.send(wire.request(path, key, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch.toString())));
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
        return Wire.json(answer).path("id").asString("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String asked(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(database(), "postgres", password());
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void asSuperuser(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(database(), "postgres", password())) {
            connection.createStatement().execute(sql);
        }
    }

    private static String database() throws Exception {
        var pid = gateway.var().resolve("postgres/data-18/postmaster.pid");
        return "jdbc:postgresql://127.0.0.1:" + Files.readAllLines(pid).get(3).strip() + "/jianxi";
    }

    private static String password() throws Exception {
        return Files.readString(gateway.var().resolve("postgres/passwords/postgres.password"))
                .strip();
    }
}
