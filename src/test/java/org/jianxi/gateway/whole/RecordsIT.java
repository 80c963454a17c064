package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainees and placements through the HTTP door of a real gateway, and who may see them again (issue of identity without exposure). */
class RecordsIT {

    private static final String PURPOSE = "?purpose=checking+a+claim";
    private static final byte[] BATCH = Trainees.batch("trainees", Trainees.graduate(1), Trainees.graduate(2))
            .toString()
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String qujing;
    private static String officer;
    private static String submission;

    @BeforeAll
    static void twoTraineesAreIn() throws Exception {
        gateway = GatewayProcess.in(folder);
        deliverPeople(folder.resolve("home/mappings"));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
        var pushed = push("trainees", BATCH);
        assertThat(pushed.statusCode()).as(text(pushed)).isEqualTo(201);
        submission = Wire.json(pushed).at("/id").asString("");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void theSameBatchAgainIsAnsweredWithTheOriginalReceipt() throws Exception {
        var again = push("trainees", BATCH);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotent-Replay")).contains("true");
    }

    @Test
    void aPlacementOfAKnownTraineeComesInAfterIt() throws Exception {
        var placements = Trainees.batch("placements", Trainees.placement(1)).toString();

        var pushed = push("placements", placements.getBytes(StandardCharsets.UTF_8));

        assertThat(pushed.statusCode()).as(text(pushed)).isEqualTo(201);
    }

    @Test
    void aRecordIsShownForAPurposeOnlyAndEachLookIsTold() throws Exception {
        var path = "/api/v1/records/trainees/" + submission + "/1";

        assertThat(wire.get(path, kunming).statusCode()).as("no purpose").isIn(400, 422);
        var shown = wire.get(path + PURPOSE, kunming);
        assertThat(shown.statusCode()).as(text(shown)).isEqualTo(200);
        assertThat(text(shown)).contains(Trainees.idNumber("2001-03-15", 2));

        var looks = text(wire.get(path + "/looks", kunming));
        assertThat(looks).contains("kunming-system", "checking a claim").doesNotContain("测试");
    }

    @Test
    void anotherSenderSeesNothingAndTheOfficeOneRecordForAPurpose() throws Exception {
        var path = "/api/v1/records/trainees/" + submission + "/1" + PURPOSE;

        assertThat(wire.get(path, qujing).statusCode()).isEqualTo(404);
        assertThat(wire.get("/api/v1/submissions/" + submission + "/raw", qujing)
                        .statusCode())
                .isEqualTo(404);
        assertThat(wire.get(path, officer).statusCode()).isEqualTo(200);
    }

    @Test
    void theBytesAsReceivedAreTheSendersAlone() throws Exception {
        var raw = wire.get("/api/v1/submissions/" + submission + "/raw", kunming);

        assertThat(raw.statusCode()).as(text(raw)).isEqualTo(200);
        assertThat(raw.body()).isEqualTo(BATCH);
        assertThat(wire.get("/api/v1/submissions/" + submission + "/raw", officer)
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void theManifestIsSignedAndHoldsNobody() throws Exception {
        var manifest = wire.get("/api/v1/submissions/" + submission + "/manifest", kunming);

        assertThat(manifest.statusCode()).as(text(manifest)).isEqualTo(200);
        assertThat(text(manifest)).contains("530100").doesNotContain("测试").doesNotContain("T-1");
    }

    @Test
    void aWrongNumberRefusesTheBatchAndTheAnswerRepeatsNoPerson() throws Exception {
        var wrong = new String(BATCH, StandardCharsets.UTF_8)
                .replace(Trainees.idNumber("2001-03-15", 2), "530102200103150020");

        var pushed = push("trainees", wrong.getBytes(StandardCharsets.UTF_8));

        assertThat(pushed.statusCode()).isEqualTo(422);
        assertThat(text(pushed)).contains("F-CITIZEN-ID").doesNotContain("测试").doesNotContain("530102200103150020");
    }

    @Test
    void theLogHoldsNobody() throws Exception {
        assertThat(Files.readString(gateway.var().resolve("gateway.log")))
                .doesNotContain("测试·人")
                .doesNotContain(Trainees.idNumber("2001-03-15", 2));
    }

    /** In canonical form: no mapping is needed. */
    static void deliverPeople(Path mappings) throws IOException {
        var source = mappings.resolve("kunming/source.yaml");
        Files.writeString(source, Files.readString(source).replace("datasets:\n", """
                datasets:
                  trainees: {}
                  placements: {}
                """));
    }

    private static HttpResponse<byte[]> push(String dataset, byte[] body) throws IOException, InterruptedException {
        return wire.send(wire.request(
                        "/api/v1/submissions?dataset=" + dataset + "&period=2023-06",
                        kunming,
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
