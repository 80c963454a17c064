package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.Deliverables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Units and posts pushed to a real gateway, and what everybody can read of them without a key (人社部发〔2023〕27号 二(三)). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedsIT {

    private static final String POSTS = "/api/v1/public/posts";
    private static final String UNITS = "/api/v1/public/units";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;

    @BeforeAll
    static void twoUnitsAndTheirPostsAreIn() throws Exception {
        gateway = GatewayProcess.in(
                folder,
                "-Djianxi.publishing.feeds=true",
                "-Djianxi.publishing.keep=0s",
                "-Djianxi.publishing.burst=100",
                "-Djianxi.publishing.interval=2s",
                "-Djianxi.publishing.address=https://jx.example");
        var source = folder.resolve("home/mappings/kunming/source.yaml");
        Files.writeString(
                source, Files.readString(source).replace("datasets:\n", "datasets:\n  units: {}\n  posts: {}\n"));
        Files.writeString(gateway.var().resolve("agencies.yaml"), """
                agencies:
                  "530100":
                    - {name: 昆明市公共就业服务中心, services: [就业见习, 职业介绍], phone: 0871-63100000}
                """);
        kunming = new Keys(gateway.var()).sender("kunming", "530100");
        gateway.start();
        wire = new Wire(gateway.url());
        deliver("units", Deliverables.unit(1), Deliverables.unit(2));
        deliver(
                "posts",
                Deliverables.post(1),
                Deliverables.post(2).put("unitId", "U-2"),
                Deliverables.post(3).put("status", "CLOSED"));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    @Order(1)
    void everybodyReadsWhatIsPublicAndNobodysName() throws Exception {
        var posts = read(POSTS);

        assertThat(posts.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(Wire.json(posts).path("total").asInt()).isEqualTo(2);
        assertThat(Wire.json(posts)
                        .at("/items")
                        .valueStream()
                        .map(item -> item.path("title").asString()))
                .containsExactlyInAnyOrder("会计见习岗1", "会计见习岗2");
        assertThat(Wire.json(read(UNITS)).path("total").asInt()).isEqualTo(2);
        for (var format : new String[] {"json", "csv", "jsonld", "rss"}) {
            for (var list : new String[] {UNITS, POSTS, "/api/v1/public/agencies"}) {
                assertThat(text(read(list + "?format=" + format)))
                        .doesNotContain(Deliverables.LEGAL)
                        .doesNotContain(Deliverables.ACCOUNT)
                        .doesNotContain("0871-6000000");
            }
        }
    }

    @Test
    @Order(2)
    void eachFormIsWhatItSaysItIs() throws Exception {
        assertThat(text(read(POSTS + "?format=csv"))).startsWith("\uFEFF\"编号\"");
        assertThat(text(read(POSTS, "Accept", "application/ld+json"))).contains("\"@type\":\"JobPosting\"");
        assertThat(text(read(POSTS + "?format=rss")))
                .contains("<rss version=\"2.0\">", "<link>https://jx.example/api/v1/public/posts</link>");
        assertThat(text(read("/api/v1/public/agencies"))).contains("昆明市公共就业服务中心", "就业见习、职业介绍", "0871-63100000");
        assertThat(wire.get(POSTS, "", "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
        assertThat(wire.get(POSTS + "?format=pdf", "").statusCode()).isEqualTo(406);
        assertThat(wire.get("/api/v1/public/trainees", "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void whoeverReadItBeforeIsToldThatItIsTheSame() throws Exception {
        var first = read(POSTS);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(wire.get(POSTS, "", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(wire.get(POSTS + "?format=rss", "", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=60, public");
    }

    @Test
    @Order(4)
    void aLongListComesInPages() throws Exception {
        var first = read(POSTS + "?size=1");
        var next = first.headers().firstValue("Link").orElseThrow();

        assertThat(next).endsWith(">; rel=\"next\"");
        var second = read(next.substring(1, next.indexOf('>')));
        assertThat(Wire.json(second).at("/items/0/id"))
                .isNotEqualTo(Wire.json(first).at("/items/0/id"));
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    @Order(5)
    void aWithdrawnUnitAndItsPostsAreGoneFromEveryList() throws Exception {
        var posts = Wire.json(read(POSTS)).at("/items");
        var gone = posts.valueStream()
                .filter(item -> item.path("unitName").asString().endsWith("2"))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(read(POSTS + "/" + gone).statusCode()).isEqualTo(200);

        deliver(
                "units",
                Deliverables.unit(1),
                Deliverables.unit(2).put("status", "WITHDRAWN").put("withdrawnOn", "2023-06-20"));

        assertThat(Wire.json(read(UNITS)).path("total").asInt()).isOne();
        assertThat(Wire.json(read(POSTS)).path("total").asInt()).isOne();
        assertThat(wire.get(POSTS + "/" + gone, "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void anAgencysMobileNumberIsRefusedAndTheListStays() throws Exception {
        var mobile = "1" + "39".repeat(5);
        Files.writeString(gateway.var().resolve("agencies.yaml"), """
                agencies:
                  "530100":
                    - {name: 昆明市公共就业服务中心, phone: "%s"}
                """.formatted(mobile));

        for (var look = 0; look < 3; look++) {
            assertThat(text(read("/api/v1/public/agencies")))
                    .contains("0871-63100000")
                    .doesNotContain(mobile);
        }
    }

    @Test
    @Order(7)
    void whoeverReadsTooOftenIsToldSoAndMayReadAgainLater() throws Exception {
        var statuses = Stream.generate(() -> status(UNITS)).limit(120).toList();

        assertThat(statuses).contains(200, 429).doesNotContain(500);
        await().atMost(Duration.ofSeconds(20)).until(() -> status(UNITS) == 200);
    }

    private static int status(String path) {
        try {
            return wire.get(path, "").statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpResponse<byte[]> read(String path, String... headers) throws Exception {
        var answer = wire.get(path, "", headers);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static void deliver(String dataset, ObjectNode... records) throws Exception {
        var batch = JsonNodeFactory.instance.objectNode();
        batch.put("dataset", dataset).put("period", "2023-06").put("sender", "530100");
        var array = batch.putArray("records");
        Stream.of(records).forEach(array::add);
        var path = "/api/v1/submissions?dataset=" + dataset + "&period=2023-06";
        var pushed = wire.send(wire.request(path, kunming)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(batch.toString().getBytes(UTF_8))));
        assertThat(pushed.statusCode()).as(text(pushed)).isEqualTo(201);
    }
}
