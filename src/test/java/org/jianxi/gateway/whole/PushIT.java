package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract §2 as a program on the other side of the network sees it. Each test speaks for a sender of its own. */
class PushIT {

    private static final Path SCRIPT = Path.of("src/test/resources/tools/verify-cms-sm2.sh");
    private static final String SUBMISSIONS = "/api/v1/submissions/";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String qujing;
    private static String yuxi;
    private static String honghe;
    private static String lincang;
    private static String officer;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        yuxi = keys.sender("kunming", "530400");
        honghe = keys.sender("honghe", "532500");
        lincang = keys.sender("official", "530900");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        wire = new Wire(gateway.url());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aHundredIdenticalPushesAtOnceMakeOneEntryAndAHundredEqualReceipts() throws Exception {
        var body = June.of("532500", 0);
        var answers = Stream.generate(() -> wire.pushLater(honghe, MediaType.JSON, body)).limit(100).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().map(HttpResponse::statusCode).sorted().distinct())
                .containsExactly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotent-Replay").equals(Optional.of("true")))
                .hasSize(99);
        assertThat(answers.stream()
                        .map(answer -> new String(answer.body(), StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(1);
        var state = Wire.json(wire.get(location(answers.getFirst()), honghe));
        assertThat(state.path("revision").asInt()).isEqualTo(1);
        assertThat(state.path("history").size()).isEqualTo(1);
    }

    @Test
    void aReceiptVerifiesWithOpenSslAlone() throws Exception {
        Openssl.isHere();
        var answer = wire.push(lincang, MediaType.JSON, June.of("530900", 0));
        var location = location(answer);
        var content = Files.write(
                folder.resolve("receipt.json"),
                wire.get(location + "/receipt", lincang, "Accept", "application/json")
                        .body());
        var cms = wire.get(location + "/receipt", lincang, "Accept", "application/pkcs7-mime")
                .body();
        assertThat(Base64.getDecoder()
                        .decode(Wire.json(answer).path("signature").asString("")))
                .isEqualTo(cms);
        var signature = Files.write(folder.resolve("receipt.p7s"), cms);
        var certificate = gateway.var().resolve("keys/signer.pem");
        assertThat(Openssl.verifies(SCRIPT, signature, content, certificate)).isTrue();
        Files.writeString(content, "x");
        assertThat(Openssl.verifies(SCRIPT, signature, content, certificate)).isFalse();
    }

    @Test
    void theBytesComeBackAsTheyWereSentAndAreNobodyElses() throws Exception {
        var body = June.of("530300", 1);
        var answer = wire.push(qujing, MediaType.JSON, body);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(wire.get(location(answer) + "/raw", qujing).body()).isEqualTo(body);
        assertThat(Wire.json(wire.get(location(answer) + "/findings", qujing)).has("findings"))
                .isTrue();
        for (var part : Stream.of("", "/raw", "/receipt", "/findings").toList()) {
            assertThat(Problem.rulesOf(wire.get(location(answer) + part, yuxi), 404))
                    .isEmpty();
            assertThat(wire.get(location(answer) + part, officer).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aWrongWorkbookComesBackWithItsCellsMarked() throws Exception {
        var sent = Files.readAllBytes(Path.of("mappings/official/samples/2023-06-diqing-wrong.in.xlsx"));
        var refused = wire.push(lincang, MediaType.XLSX, sent);
        assertThat(refused.statusCode()).isEqualTo(422);
        var problem = Wire.json(refused);
        var xlsx = MediaType.XLSX.contentType();

        var answer = wire.get(problem.path("instance").asString("") + "/findings", lincang, "Accept", xlsx);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Wire.contentType(answer)).isEqualTo(xlsx);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("-findings.xlsx");
        var first = problem.at("/findings/0");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            assertThat(workbook.getSheet("检查结果").getLastRowNum())
                    .isEqualTo(problem.path("findings").size());
            var at = new CellReference(first.at("/at/cell").asString(""));
            var marked = workbook.getSheet(first.at("/at/sheet").asString(""))
                    .getRow(at.getRow())
                    .getCell(at.getCol());
            assertThat(marked.getCellComment().getString().getString())
                    .contains(first.path("rule").asString(""));
        }
    }

    @Test
    void anIdempotencyKeyStandsForOneBody() throws Exception {
        var first = wire.push(yuxi, MediaType.JSON, June.of("530400", 1), "Idempotency-Key", "one");
        var again = wire.push(yuxi, MediaType.JSON, June.of("530400", 1), "Idempotency-Key", "one");
        var other = wire.push(yuxi, MediaType.JSON, June.of("530400", 2), "Idempotency-Key", "one");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        Problem.rulesOf(other, 409);
        assertThat(Wire.json(wire.get(location(first), yuxi)).path("history").size())
                .isEqualTo(1);
    }

    @Test
    void everyKindOfRefusalIsAProblemDocument() throws Exception {
        var good = June.of("530100", 50);
        var wrong = new String(good, StandardCharsets.UTF_8)
                .replace("\"8\":410", "\"8\":41")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Problem.rulesOf(wire.push(kunming, MediaType.JSON, wrong), 422))
                .contains("L-8");
        Problem.rulesOf(wire.push(kunming, MediaType.JSON, "{".getBytes(StandardCharsets.UTF_8)), 422);
        Problem.rulesOf(wire.push(kunming, MediaType.JSON, June.of("530300", 51)), 403);
        Problem.rulesOf(wire.push("", MediaType.JSON, good), 401);
        Problem.rulesOf(wire.push("no-such-key", MediaType.JSON, good), 401);
        Problem.rulesOf(wire.push(officer, MediaType.JSON, good), 403);
        Problem.rulesOf(post("?dataset=monthly-return", "application/json", good), 400);
        Problem.rulesOf(post("?dataset=monthly-return&period=June", "application/json", good), 400);
        Problem.rulesOf(post("?dataset=another&period=2023-06", "application/json", good), 400);
        Problem.rulesOf(post("?dataset=monthly-return&period=2023-06", "text/plain", good), 415);
    }

    @Test
    void aBodyThatAnnouncesMoreThanTheLimitIsRefusedBeforeItIsSentAndAnIdleConnectionStaysOpenMeanwhile()
            throws Exception {
        try (var socket = new Socket("127.0.0.1", gateway.url().getPort());
                var idle = new Socket("127.0.0.1", gateway.url().getPort())) {
            assertThat(head(idle)).startsWith("HTTP/1.1 200");
            // the server waits its own ten seconds for the rest before it closes
            socket.setSoTimeout(30_000);
            var head = "POST " + Wire.JUNE + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + kunming
                    + "\r\nContent-Type: application/json\r\nContent-Length: 5000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"findings\":[]");
            assertThat(head(idle)).startsWith("HTTP/1.1 200");
        }
    }

    /** Asks for the head of the published interface and leaves the connection as it is. */
    private static String head(Socket connection) throws IOException {
        connection.setSoTimeout(30_000);
        var request = "HEAD /openapi.json HTTP/1.1\r\nHost: gateway\r\n\r\n";
        connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            var next = connection.getInputStream().read();
            if (next < 0) {
                return "closed after: " + answer;
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    @Test
    void aTrialStoresNothing() throws Exception {
        var before = wire.get("/api/v1/windows/2023-07", officer).body();
        var body = new String(June.of("530100", 60), StandardCharsets.UTF_8).replace("2023-06", "2023-07");
        var trial = post(
                "?dataset=monthly-return&period=2023-07&dryRun=true",
                "application/json",
                body.getBytes(StandardCharsets.UTF_8));

        assertThat(trial.statusCode()).isEqualTo(200);
        assertThat(Wire.json(trial).path("verdict").asString("")).isEqualTo("accepted");
        assertThat(Wire.json(trial).has("receipt")).isFalse();
        assertThat(wire.get("/api/v1/windows/2023-07", officer).body()).isEqualTo(before);
    }

    @Test
    void theInterfaceIsPublishedToEverybody() throws Exception {
        var answer = wire.get("/openapi.json", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        var paths = Wire.json(answer).path("paths").propertyNames().stream()
                .map(path -> path.replace("/api/v1", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Wire.json(answer).path("openapi").asString("")).startsWith("3.1");
        assertThat(paths)
                .contains(
                        "/submissions",
                        "/submissions/{id}",
                        "/submissions/{id}/findings",
                        "/submissions/{id}/raw",
                        "/submissions/{id}/receipt",
                        "/ledger/checkpoint",
                        "/ledger/proof/{id}",
                        "/windows/{period}",
                        "/returns/{period}",
                        "/returns/{period}/cells/{indicator}",
                        "/returns/{period}/bundle",
                        "/returns/{period}/pending",
                        "/returns/{period}/filing",
                        "/returns/{period}/filings",
                        "/returns/{period}/filings/{revision}",
                        "/returns/{period}/filings/{revision}/difference",
                        "/returns/{period}/approve",
                        "/returns/{period}/file");
    }

    @Test
    void operationsHaveTheirOwnPortAndUnknownPathsTellNothing() throws Exception {
        var operations = Wire.elsewhere(gateway.managementUrl());
        assertThat(operations.get("/actuator/health", "").statusCode()).isEqualTo(200);
        assertThat(operations.get("/actuator/prometheus", "").statusCode()).isEqualTo(200);
        assertThat(operations.get("/api/v1/windows/2023-06", officer).statusCode())
                .isNotEqualTo(200);
        for (var path : Stream.of("/actuator/health", "/actuator/prometheus", "/actuator/env", "/", "/nothing")
                .toList()) {
            assertThat(wire.get(path, "").statusCode()).as(path).isIn(401, 404);
        }
        assertThat(wire.get("/api/v1/nothing", officer).statusCode()).isEqualTo(404);
        assertThat(wire.get(SUBMISSIONS + "nothing", officer).statusCode()).isEqualTo(404);
        assertThat(wire.get(SUBMISSIONS + "nothing", "").statusCode()).isEqualTo(401);
    }

    private static String location(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<byte[]> post(String query, String contentType, byte[] body) throws Exception {
        return wire.send(wire.request("/api/v1/submissions" + query, kunming, "Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
