package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may see hardship marks and overlaps through the door of a real gateway and do what to them, and that a return holds none of it. */
class HardshipIT {

    private static final String REGISTRY = "lifted-from-poverty";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String MARKS = "/api/v1/hardship/marks";
    private static final String RETURN = "/api/v1/returns/2023-06";
    private static final String OBJECTION = "{\"act\": \"object\", \"reason\": \"本人家庭已不在名单内\"}";
    private static final String CONFIRM = "{\"act\": \"confirm\"}";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static Wire wire;
    private static String kunming;
    private static String qujing;
    private static String yuxi;
    private static String officer;
    private static String filer;
    private static String auditor;

    /** Of somebody of Kunming's and Qujing's, and of somebody of Kunming's alone. */
    private static String shared;

    private static String own;
    private static long overlap;

    @BeforeAll
    static void twoAreMarkedAndOneIsInTwoPlaces() throws Exception {
        gateway = GatewayProcess.in(folder);
        var home = folder.resolve("home");
        RecordsIT.deliverPeople(home.resolve("mappings"));
        var registry = Files.createDirectories(home.resolve("registries").resolve(REGISTRY));
        Files.copy(Path.of("registries", REGISTRY, "registry.yaml"), registry.resolve("registry.yaml"));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        qujing = keys.sender("kunming", "530300");
        yuxi = keys.sender("kunming", "530400");
        officer = keys.office(Role.OFFICER);
        filer = keys.office(Role.FILER);
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        wire = new Wire(gateway.url());
        deliver("530100", kunming, 1, 2);
        deliver("530300", qujing, 1);
        load(1, 2);
        shared = markSeenBy(qujing, List.of());
        own = markSeenBy(kunming, List.of(shared));
        overlap = overlapFound();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aSourceSeesItsOwnPeoplesMarksWithItsOwnRecordsAndNobodyElses() throws Exception {
        assertThat(ids(wire.get(MARKS, kunming))).containsExactlyInAnyOrder(shared, own);
        assertThat(ids(wire.get(MARKS, qujing))).containsExactly(shared);
        assertThat(ids(wire.get(MARKS, yuxi))).isEmpty();
        assertThat(senders(wire.get(MARKS + "/" + shared, qujing))).containsExactly("530300");
        assertThat(senders(wire.get(MARKS + "/" + shared, auditor))).containsExactlyInAnyOrder("530100", "530300");
        for (var path : List.of("", "/acts", "/acts?purpose=checking+a+claim")) {
            assertThat(wire.get(MARKS + "/" + own + path, qujing).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(wire.get("/api/v1/hardship/priorities/530100", qujing).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theOfficeSeesAllAndWhoHasNoKeyNothing() throws Exception {
        for (var key : List.of(officer, filer, auditor)) {
            assertThat(ids(wire.get(MARKS, key))).containsExactlyInAnyOrder(shared, own);
            assertThat(wire.get(MARKS + "/" + own + "/acts", key).statusCode()).isEqualTo(200);
            assertThat(wire.get("/api/v1/hardship/priorities/530100", key).statusCode())
                    .isEqualTo(200);
            assertThat(wire.get("/api/v1/overlaps/" + overlap, key).statusCode())
                    .isEqualTo(200);
        }
        for (var path : List.of(
                MARKS,
                MARKS + "/" + own,
                MARKS + "/" + own + "/acts",
                "/api/v1/hardship/priorities/530100",
                "/api/v1/overlaps",
                "/api/v1/overlaps/" + overlap)) {
            assertThat(wire.get(path, "").statusCode()).as(path).isEqualTo(401);
        }
        assertThat(act(own, "", CONFIRM, false)).isEqualTo(401);
        assertThat(close("", "530100", false)).isEqualTo(401);
    }

    @Test
    void onlyAnOfficerDecidesAndASourceObjectsForItsOwn() throws Exception {
        for (var key : List.of(filer, auditor)) {
            assertThat(act(own, key, CONFIRM, false)).isEqualTo(403);
            assertThat(act(own, key, OBJECTION, false)).isEqualTo(403);
        }
        for (var act : List.of("confirm", "refuse", "withdraw", "correct", "keep", "reject", "reconsider")) {
            var written = "{\"act\": \"%s\", \"reason\": \"单位自行办理\"}".formatted(act);
            assertThat(act(own, kunming, written, false)).as(act).isEqualTo(403);
        }
        assertThat(act(own, qujing, CONFIRM, false)).as("not theirs").isEqualTo(404);
        assertThat(act(own, qujing, OBJECTION, false)).as("not theirs").isEqualTo(404);
        assertThat(state(own)).as("nothing was done").isEqualTo("proposed");

        assertThat(act(own, kunming, OBJECTION, true)).isEqualTo(200);
        assertThat(act(own, officer, CONFIRM, true)).isEqualTo(200);
        assertThat(state(own)).as("both were dry").isEqualTo("proposed");
    }

    @Test
    void eachSideOfAnOverlapClosesItsPartAndNobodyAnothers() throws Exception {
        assertThat(wire.get("/api/v1/overlaps/" + overlap, yuxi).statusCode()).isEqualTo(404);
        assertThat(Wire.json(wire.get("/api/v1/overlaps", yuxi)).path("overlaps"))
                .isEmpty();
        for (var side :
                Wire.json(wire.get("/api/v1/overlaps/" + overlap, qujing)).path("sides")) {
            var mine = side.path("sender").asString("").equals("530300");
            assertThat(side.path("records").isEmpty()).isNotEqualTo(mine);
        }
        assertThat(close(filer, "530100", false)).isEqualTo(403);
        assertThat(close(auditor, "530100", false)).isEqualTo(403);
        assertThat(close(qujing, "530100", false)).as("another's part").isEqualTo(404);
        assertThat(close(yuxi, "530400", false)).as("no part in it").isEqualTo(404);
        assertThat(Wire.json(wire.get("/api/v1/overlaps/" + overlap, officer)).path("sides"))
                .noneMatch((JsonNode side) -> side.path("closed").booleanValue());

        assertThat(close(kunming, "530100", true)).isEqualTo(200);
        assertThat(close(officer, "530300", true)).isEqualTo(200);
    }

    @Test
    void nothingOfAMarkStandsInTheReturn() throws Exception {
        assertThat(act(shared, officer, CONFIRM, false)).isEqualTo(200);
        assertThat(wire.push(kunming, MediaType.JSON, June.of("530100", 1)).statusCode())
                .isEqualTo(201);
        file();

        var documents = List.of(
                read(RETURN, "application/json"),
                read(RETURN, "application/xml"),
                read(RETURN, "text/csv"),
                read(RETURN, MediaType.XLSX.contentType()),
                read(RETURN + "/bundle", "application/vnd.etsi.asic-e+zip"));

        var texts = new ArrayList<String>();
        for (var document : documents) {
            texts.addAll(contents(document));
        }
        assertThat(texts).anyMatch(text -> text.contains("1873.01"));
        assertThat(texts.stream().flatMap(text -> ofMarks().stream().filter(text::contains)))
                .as("what of a mark stands in a document")
                .isEmpty();
        var marks = new String(wire.get(MARKS, officer).body(), StandardCharsets.UTF_8);
        assertThat(ofMarks().stream().filter(marks::contains))
                .as("these words do stand in marks")
                .hasSizeGreaterThan(3);
    }

    private static List<String> ofMarks() {
        return List.of(shared, own, "RURAL_POVERTY", "脱贫户享受政策", "PRIORITY_HELP", "困难", "hardship", "测试·人", "T-1");
    }

    /** The bytes as text, and for a package what is in it, to the innermost. */
    private static List<String> contents(byte[] document) throws IOException {
        var texts = new ArrayList<>(List.of(new String(document, StandardCharsets.UTF_8)));
        if (document.length > 1 && document[0] == 'P' && document[1] == 'K') {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
                while (zip.getNextEntry() != null) {
                    texts.addAll(contents(zip.readAllBytes()));
                }
            }
        }
        return texts;
    }

    private static void deliver(String sender, String key, int... people) throws Exception {
        push(sender, key, "trainees", people);
        push(sender, key, "placements", people[0]);
    }

    private static void push(String sender, String key, String dataset, int... people) throws Exception {
        var records = Arrays.stream(people)
                .mapToObj(one -> dataset.equals("trainees") ? Trainees.graduate(one) : Trainees.placement(one))
                .toArray(ObjectNode[]::new);
        var batch = Trainees.batch(dataset, records).put("sender", sender).toString();
        var pushed = wire.send(wire.request(
                        "/api/v1/submissions?dataset=" + dataset + "&period=2023-06",
                        key,
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofString(batch)));
        assertThat(pushed.statusCode())
                .as(new String(pushed.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
    }

    private static void load(int... listed) throws Exception {
        var lines = new ArrayList<>(List.of("姓名,证件号码,与户主关系,户类型"));
        for (var one : listed) {
            var person = Trainees.graduate(one);
            lines.add("%s,%s,户主,脱贫户（享受政策）"
                    .formatted(
                            person.path("name").asString(),
                            person.path("idNumber").asString()));
        }
        var name = "脱贫_%s.csv".formatted(TODAY.minusDays(10).format(DateTimeFormatter.BASIC_ISO_DATE));
        var file = Files.write(folder.resolve(name), lines, Charset.forName("GB18030"));
        var ended = gateway.command("registries", "load", REGISTRY, file.toString(), "--json");
        assertThat(ended.code()).as(ended.err()).isZero();
        var run = gateway.command("registries", "run", REGISTRY, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Wire.json(run.out().getBytes(StandardCharsets.UTF_8))
                        .at("/results/HIT")
                        .asInt())
                .as(run.out())
                .isEqualTo(2);
    }

    private static String markSeenBy(String key, List<String> but) throws Exception {
        var seen = new ArrayList<>(ids(wire.get(MARKS, key)));
        seen.removeAll(but);
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    private static long overlapFound() throws Exception {
        // the route looks 75 seconds after the start and then every ten minutes
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(12);
        while (true) {
            var found = Wire.json(wire.get("/api/v1/overlaps", officer)).path("overlaps");
            if (!found.isEmpty()) {
                return found.at("/0/number").asLong();
            }
            assertThat(System.nanoTime()).as("an overlap is found").isLessThan(until);
            Thread.sleep(200);
        }
    }

    private static void file() throws Exception {
        var gaps = Wire.json(wire.get(RETURN + "/pending", officer)).path("gaps");
        assertThat(post(RETURN + "/approve", officer, "{\"acceptGaps\": %s}".formatted(gaps)))
                .isEqualTo(200);
        assertThat(post(RETURN + "/file", filer, "")).isEqualTo(200);
    }

    private static byte[] read(String path, String accept) throws Exception {
        var answer = wire.get(path, auditor, "Accept", accept);
        assertThat(answer.statusCode()).as(path + " " + accept).isEqualTo(200);
        return answer.body();
    }

    private static int act(String mark, String key, String body, boolean dryRun) throws Exception {
        return post(MARKS + "/" + mark + "/acts?dryRun=" + dryRun, key, body);
    }

    private static int close(String key, String sender, boolean dryRun) throws Exception {
        var body = "{\"sender\": \"%s\", \"outcome\": \"own-record-right\", \"text\": \"已核对见习协议\"}".formatted(sender);
        return post("/api/v1/overlaps/" + overlap + "/closing?dryRun=" + dryRun, key, body);
    }

    private static int post(String path, String key, String body) throws Exception {
        return wire.send(wire.request(path, key, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String state(String mark) throws Exception {
        return Wire.json(wire.get(MARKS + "/" + mark, officer)).path("state").asString("");
    }

    private static List<String> ids(HttpResponse<byte[]> page) {
        return Wire.json(page)
                .path("marks")
                .valueStream()
                .map(one -> one.path("id").asString(""))
                .toList();
    }

    private static List<String> senders(HttpResponse<byte[]> mark) {
        return Wire.json(mark)
                .path("records")
                .valueStream()
                .map(one -> one.path("sender").asString(""))
                .toList();
    }
}
