package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/** 数据真实有效、准确完整: records of every kind are delivered, then a return that counts posts and not their headcount. */
class FiguresFromRecordsIT {

    private static final String KUNMING = "530100";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String office;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var source = folder.resolve("home/mappings/kunming/source.yaml");
        Files.writeString(source, Files.readString(source).replace("datasets:\n", """
                datasets:
                  units: {}
                  posts: {delivers: changes}
                  trainees: {}
                  placements: {}
                  payments: {}
                """));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", KUNMING);
        office = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
        push("units", Deliverables.unit(1));
        push("posts", Deliverables.post(1), Deliverables.post(2));
        push("trainees", Trainees.graduate(1), Trainees.graduate(2));
        push("placements", Trainees.placement(1), cancelled(Trainees.placement(2)));
        push("payments", Deliverables.payment(1));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void theOfficeSeesWhatFollowsFromTheRecordsAndWhyTheReturnSaysOtherwise() throws Exception {
        deliver("monthly-return", """
                {"form": "MOHRSS-2023", "period": "2023-06", "sender": "530100", "revision": 1, "derivedFrom": "RECORDS",
                 "indicators": {"1": 1, "2": 0, "3": 2, "4": 0, "5": 2, "6": 0, "7": 0, "8": 0, "9": 0, "10": 0, "11": 0,
                                "12": 0, "13": 1, "14": "0.15"},
                 "explanations": []}
                """.getBytes(UTF_8));

        var derived = get("/api/v1/derived/2023-06");
        var own = of(derived, KUNMING);
        assertThat(own.at("/indicators/1").asInt()).isEqualTo(1);
        assertThat(own.at("/indicators/3").asInt()).isEqualTo(4);
        assertThat(own.at("/indicators/13").asInt()).isEqualTo(1);
        assertThat(own.at("/indicators/14").asString("")).isEqualTo("0.15");
        assertThat(own.at("/gaps/5/zh").asString("")).contains("计划");
        assertThat(own.at("/differing").toString()).isEqualTo("[3]");
        assertThat(of(derived, "530300").at("/gaps/6/en").asString("")).contains("never delivered", "placements");

        var reconciliation = get("/api/v1/reconciliations/2023-06/530100");
        assertThat(reconciliation.at("/explained").asBoolean()).isTrue();
        assertThat(reconciliation.at("/derivedFrom").asString("")).isEqualTo("RECORDS");
        assertThat(reconciliation.at("/cells").size()).isOne();
        var cell = reconciliation.at("/cells/0");
        assertThat(cell.at("/difference").asInt()).isEqualTo(-2);
        assertThat(cell.at("/explanations").toString()).isEqualTo("[[\"posts-for-headcount\"]]");
        assertThat(cell.at("/records/0/records").size()).isEqualTo(2);
        assertThat(cell.at("/records/0/records/1/number").asInt()).isEqualTo(2);
    }

    @Test
    void beforeAnyRecordWasThereNoFigureFollowed() throws Exception {
        var before = of(get("/api/v1/derived/2023-06?size=0"), KUNMING);

        assertThat(before.at("/indicators").size()).isZero();
        assertThat(before.at("/gaps/1/zh").asString("")).contains("units");
    }

    @Test
    void aUnitHasNoSuchPageAndAMonthWithoutAReturnNothingToReconcile() throws Exception {
        assertThat(wire.get("/api/v1/derived/2023-06", kunming).statusCode()).isEqualTo(403);
        assertThat(wire.get("/api/v1/reconciliations/2023-06/530300", office).statusCode())
                .isEqualTo(404);
        assertThat(wire.get("/api/v1/reconciliations/2023-06/nobody", office).statusCode())
                .isEqualTo(404);
    }

    private static ObjectNode cancelled(ObjectNode placement) {
        return placement.put("status", "CANCELLED");
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        var answer = wire.get(path, office);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return Wire.json(answer);
    }

    private static JsonNode of(JsonNode month, String sender) {
        return month.at("/senders")
                .valueStream()
                .filter(one -> one.at("/sender").asString("").equals(sender))
                .findFirst()
                .orElseThrow();
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
