package org.jianxi.gateway.registries.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.BatchAnswer;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.signing.BlindedText;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.PointHash;
import org.jianxi.gateway.signing.SealVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent on a real socket, spoken to by whoever likes. */
class RegistryAgentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T02:00:00Z"), ZoneOffset.UTC);
    private static final Batch.Query QUERY = new Batch.Query("见习困难毕业生认定", "云人社发〔2023〕18号");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PointHash HASH = new PointHash();
    private static final int A_DAY = 6;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private KeyRing own;
    private Served low;
    private RegistryAgent agent;
    private String key;

    @BeforeEach
    void start() throws IOException {
        own = DevelopmentAuthority.create(folder.resolve("keys"), CLOCK, RANDOM).issue("registry-agent", "Agent");
        low = served("11010519491231002X,张三,城市低保\n");
        key = new Askers(folder.resolve("askers.yaml"))
                .admit("jianxi", A_DAY, RANDOM)
                .secret();
        agent = started();
    }

    @AfterEach
    void stop() throws IOException {
        agent.close();
    }

    @Test
    void aBatchIsAnsweredInItsOrderAndSigned() throws Exception {
        var blinded = IntStream.range(0, 3)
                .mapToObj(number -> BlindedText.of(HASH, "text " + number, RANDOM))
                .toList();
        var batch = batch(1, blinded.stream().map(BlindedText::point).toList());

        var response = post(batch.json());

        assertThat(response.statusCode()).isEqualTo(200);
        var signature = Base64.getDecoder()
                .decode(response.headers().firstValue("Signature-CMS").orElseThrow());
        assertThat(new SealVerifier(own.certificate())
                        .checkDetached(signature, response.body(), CLOCK.instant())
                        .isGenuine())
                .isTrue();
        var answer = BatchAnswer.read(response.body()).orElseThrow();
        assertThat(answer.batch()).isEqualTo(batch.digest());
        for (var at = 0; at < 3; at++) {
            assertThat(blinded.get(at).opened(answer.outputs().get(at)))
                    .hasValue(low.key().evaluate(HASH, "text " + at));
        }
        assertThat(audit().getLast())
                .contains("\"purpose\":\"见习困难毕业生认定\"", "\"legalBasis\":\"云人社发〔2023〕18号\"", "\"charged\":3");
    }

    @Test
    void aWrongKeyARevokedOneAndNoneAtAllOpenNothing() throws Exception {
        var batch = batch(1, points(1)).json();

        assertThat(post(batch, "jx_wrong").statusCode()).isEqualTo(401);
        assertThat(post(batch, "").statusCode()).isEqualTo(401);
        assertThat(client.send(HttpRequest.newBuilder(snapshotUrl()).build(), HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(batch, key).statusCode()).isEqualTo(200);
        new Askers(folder.resolve("askers.yaml")).revoke("jianxi");
        assertThat(post(batch, key).statusCode()).isEqualTo(401);
        assertThat(audit().getLast()).contains("\"outcome\":\"refused-revoked\"", "\"asker\":\"jianxi\"");
        assertThat(audit())
                .filteredOn(line -> line.contains("\"outcome\":\"strangers\""))
                .hasSize(1);
    }

    @Test
    void whatIsNoPointIsRefusedCountedAndAnsweredForNobody() throws Exception {
        var good = points(1).getFirst();

        refusedForPoints(1, List.of(new byte[33]));
        refusedForPoints(2, List.of(new byte[] {0}));
        refusedForPoints(3, List.of(new byte[0]));
        refusedForPoints(4, List.of(good, new byte[65]));
        refusedForPoints(5, List.of(good, good));
        refusedForPoints(6, List.of());
        assertThat(audit()).filteredOn(line -> line.contains("refused-points")).hasSize(6);
        assertThat(audit()).noneMatch(line -> line.contains("\"granted\""));
    }

    @Test
    void moreThanABatchHoldsIsRefusedAndSoIsABodyThatIsTooLong() throws Exception {
        var many = new ArrayList<>(points(2));
        while (many.size() <= Batch.POINTS) {
            many.add(new byte[] {2, (byte) many.size(), (byte) (many.size() >> 8)});
        }

        refusedForPoints(1, many);
        assertThat(post(new byte[Batch.LONGEST + 1]).statusCode()).isEqualTo(413);
        assertThat(post("{}".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
    }

    @Test
    void aBatchWithoutPurposeOrLawIsNone() throws Exception {
        var points = points(1);

        assertThat(post(new Batch("0".repeat(32), 1, new Batch.Query(" ", "law"), points).json())
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(new Batch("0".repeat(32), 1, new Batch.Query("purpose", ""), points).json())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSameBatchAgainCostsNothingAndOtherContentUnderItsNumberIsRefused() throws Exception {
        var points = points(2);
        var first = batch(1, points.subList(0, 1));

        var once = BatchAnswer.read(post(first.json()).body()).orElseThrow();
        var again = BatchAnswer.read(post(first.json()).body()).orElseThrow();

        assertThat(again.outputs().getFirst()).isEqualTo(once.outputs().getFirst());
        assertThat(post(batch(1, points.subList(1, 2)).json()).statusCode()).isEqualTo(409);
        assertThat(audit())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"granted\"", "\"charged\":1"),
                        line -> assertThat(line).contains("\"repeated\"", "\"charged\":0"),
                        line -> assertThat(line).contains("\"refused-replay\"", "\"charged\":0"));
    }

    @Test
    void whoeverHasAskedEnoughTodayIsToldWhenTomorrowBeginsAndARestartForgetsNothing() throws Exception {
        var points = points(3);
        assertThat(post(batch(1, points).json()).statusCode()).isEqualTo(200);
        agent.close();
        agent = started();
        assertThat(post(batch(2, points).json()).statusCode()).isEqualTo(200);

        var refused = post(batch(3, points.subList(0, 1)).json());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue(Integer.toString(14 * 3600 + 1));
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("最多查询6个点");
        assertThat(post(batch(2, points).json()).statusCode())
                .as("what was granted is answered still")
                .isEqualTo(200);
    }

    @Test
    void anAskerThatIsAdmittedForOnePurposeMayStateNoOther() throws Exception {
        var yaml = Files.readString(folder.resolve("askers.yaml"));
        Files.writeString(
                folder.resolve("askers.yaml"), yaml.replaceFirst("\"purposes\": \\[[^]]*]", "\"purposes\": [\"统计\"]"));

        assertThat(post(batch(1, points(1)).json()).statusCode()).isEqualTo(403);
        assertThat(audit().getLast()).contains("refused-purpose");
    }

    @Test
    void withAFileOfAskersThatCannotBeReadNobodyAsks() throws Exception {
        Files.writeString(folder.resolve("askers.yaml"), "askers: [ {name");

        assertThat(post(batch(1, points(1)).json()).statusCode()).isEqualTo(503);
    }

    @Test
    void anAuditThatWasChangedKeepsTheAgentFromStarting() throws Exception {
        post(batch(1, points(1)).json());
        post(batch(2, points(1)).json());
        post(batch(3, points(1)).json());
        agent.close();
        var lines = audit();
        var file = folder.resolve("audit.jsonl");

        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(this::started).isInstanceOf(FileProblem.class).hasMessageContaining("audit.jsonl:2:");
        Files.writeString(file, String.join("\n", lines).replaceFirst("\"charged\":1", "\"charged\":0") + "\n");
        assertThatThrownBy(this::started).isInstanceOf(FileProblem.class).hasMessageContaining("audit.jsonl:2:");
        Files.writeString(file, String.join("\n", lines) + "\n");
        Files.writeString(file, "{\"half", StandardOpenOption.APPEND);
        agent = started();
        assertThat(audit()).isEqualTo(lines);
    }

    @Test
    void anUnchangedExtractKeepsItsSnapshotAndAChangedOneGetsAFreshSecret() throws Exception {
        var same = served("11010519491231002X,张三,城市低保\n");
        var other = served("11010519491231002X,张三,城市低保\n440524188001010014,王五,特困\n");

        assertThat(same.description().snapshot()).isEqualTo(low.description().snapshot());
        assertThat(same.key().secret()).isEqualTo(low.key().secret());
        assertThat(other.key().secret()).isNotEqualTo(low.key().secret());
        assertThat(low.snapshot()).doesNotExist();
        assertThat(other.snapshot()).exists();
    }

    @Test
    void anExtractThatLostMostOfItsRowsIsRefusedAndTheLastGoodOneStays() throws Exception {
        var rows = "11010519491231002X,张三,城市低保\n440524188001010014,王五,特困\n1,a,\n2,b,\n";
        var good = served(rows);

        assertThatThrownBy(() -> served("11010519491231002X,张三,城市低保\n")).isInstanceOf(ExtractRefused.class);
        assertThat(good.snapshot()).exists();
        assertThat(served(rows).description()).isEqualTo(good.description());
    }

    @Test
    void aSnapshotIsFetchedTenTimesADayAndNoMoreEvenAfterARestart() throws Exception {
        var request = HttpRequest.newBuilder(snapshotUrl())
                .header("Authorization", "Bearer " + key)
                .build();
        for (var time = 0; time < 10; time++) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode())
                    .isEqualTo(200);
        }
        agent.close();
        agent = started();
        var again = HttpRequest.newBuilder(snapshotUrl())
                .header("Authorization", "Bearer " + key)
                .build();

        var refused = client.send(again, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private void refusedForPoints(int number, List<byte[]> points) throws Exception {
        var response = post(batch(number, points).json());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("urn:jianxi:agent:points");
    }

    private Served served(String rows) throws IOException {
        var extract = folder.resolve("low.csv");
        var moment = Files.exists(extract) ? Files.getLastModifiedTime(extract) : null;
        Files.writeString(extract, "idNumber,name,category\n" + rows);
        if (moment != null) {
            Files.setLastModifiedTime(extract, moment);
        }
        var forms = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();
        return new Snapshots(folder, forms, RANDOM)
                .serve(new Extract("low", extract), new Snapshots.Work(2, (bytes, count) -> {}));
    }

    private RegistryAgent started() throws IOException {
        var office = new AgentOffice(
                new Askers(folder.resolve("askers.yaml")), folder.resolve("audit.jsonl"), own.signer(), CLOCK);
        return RegistryAgent.start(List.of(low), office, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private List<String> audit() throws IOException {
        return Files.readAllLines(folder.resolve("audit.jsonl"));
    }

    private static Batch batch(int number, List<byte[]> points) {
        return new Batch("0".repeat(32), number, QUERY, points);
    }

    private static List<byte[]> points(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number -> BlindedText.of(HASH, "text " + number, RANDOM).point())
                .toList();
    }

    private URI snapshotUrl() {
        return URI.create(agent.url() + "/v1/registries/low/snapshots/"
                + low.description().snapshot());
    }

    private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        return post(body, key);
    }

    private HttpResponse<byte[]> post(byte[] body, String bearer) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(snapshotUrl() + "/batches"))
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
