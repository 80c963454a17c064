package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Every call of the published interface and every page, asked by every role over HTTP, against tables written out here. A path that is
 * in no table fails, so none comes without a decision on whose it is.
 */
class RolesIT {

    private static final String EVERYBODY = "sender reporter officer approver filer administrator auditor";

    private static final String CALLS = """
            POST /submissions: sender
            GET /submissions/{id}: sender reporter officer approver filer auditor
            GET /submissions/{id}/findings: sender reporter officer approver filer auditor
            GET /submissions/{id}/raw: sender reporter officer approver filer auditor
            GET /submissions/{id}/canonical: sender reporter officer approver filer auditor
            GET /submissions/{id}/manifest: sender reporter officer approver filer auditor
            GET /submissions/{id}/receipt: sender reporter officer approver filer auditor
            GET /submissions/{id}/returns: sender reporter officer approver filer auditor
            POST /submissions/{id}/return: officer
            POST /submissions/{id}/return/undo: officer
            GET /windows/{period}/exceptions: sender reporter officer approver filer administrator auditor
            POST /windows/{period}/exceptions: officer
            GET /reasons: sender reporter officer approver filer administrator auditor
            GET /rules: sender reporter officer approver filer administrator auditor
            GET /rules/{rule}: sender reporter officer approver filer administrator auditor
            GET /public/{list}: sender reporter officer approver filer administrator auditor
            GET /public/{list}/{id}: sender reporter officer approver filer administrator auditor
            GET /records/{dataset}: sender officer filer auditor
            GET /records/{dataset}/{submission}/{number}: sender officer filer auditor
            GET /records/{dataset}/{submission}/{number}/looks: sender officer filer auditor
            GET /windows/{period}: sender reporter officer approver filer administrator auditor
            GET /ledger/checkpoint: sender reporter officer approver filer administrator auditor
            GET /ledger/proof/{id}: sender reporter officer approver filer administrator auditor
            GET /returns/{period}: officer approver filer auditor
            GET /returns/{period}/cells/{indicator}: officer approver filer auditor
            GET /returns/{period}/bundle: officer approver filer auditor
            GET /returns/{period}/explanations: officer approver filer auditor
            GET /returns/{period}/workflow: officer approver filer auditor
            POST /returns/{period}/approve: officer approver
            POST /returns/{period}/withdraw-approval: officer approver
            POST /returns/{period}/file: officer filer
            GET /returns/{period}/pending: officer approver filer auditor
            GET /returns/{period}/filing: officer approver filer auditor
            GET /returns/{period}/filings: officer approver filer auditor
            GET /returns/{period}/filings/{revision}: officer approver filer auditor
            GET /returns/{period}/filings/{revision}/difference: officer approver filer auditor
            GET /reminders/{period}: officer approver filer auditor
            POST /reminders/{period}: officer
            GET /archives/{year}: officer approver filer auditor
            GET /reports/{year}: officer approver filer auditor
            GET /targets/{period}: officer approver filer auditor
            GET /entitlements/{period}: sender officer approver filer auditor
            GET /derived/{period}: officer approver filer auditor
            GET /reconciliations/{period}/{sender}: officer approver filer auditor
            GET /handovers: officer auditor
            POST /handovers: officer
            GET /publishing: officer approver filer administrator auditor
            GET /duties/{period}: sender reporter officer approver filer auditor
            GET /webhooks/deliveries: sender officer filer auditor
            POST /webhooks/deliveries/{id}/replay: sender officer filer
            GET /hardship/marks: sender officer filer auditor
            GET /hardship/marks/{id}: sender officer filer auditor
            GET /hardship/marks/{id}/acts: sender officer filer auditor
            POST /hardship/marks/{id}/acts: sender officer
            GET /hardship/priorities/{sender}: sender officer filer auditor
            GET /registries: officer
            POST /registries/{name}/runs: officer
            GET /registries/{name}/runs/{id}: officer
            GET /registries/{name}/differences: officer
            POST /registries/{name}/differences/{id}/closing: officer
            GET /registries/{name}/candidates: officer
            GET /registries/{name}/candidates/{id}: officer
            POST /registries/{name}/candidates/{id}/closing: officer
            GET /overlaps: sender officer filer auditor
            GET /overlaps/{number}: sender officer filer auditor
            POST /overlaps/{number}/closing: sender officer
            GET /screenings: sender officer filer auditor
            GET /screenings/{number}: sender officer filer auditor
            POST /screenings/{number}/closing: sender officer
            POST /ministry/acknowledgements: sender reporter officer approver filer administrator auditor
            GET /openapi.json: sender reporter officer approver filer administrator auditor
            """;

    private static final String PAGES = """
            GET /console: sender reporter officer approver filer administrator auditor
            GET /console/login: sender reporter officer approver filer administrator auditor
            POST /console/login: sender reporter officer approver filer administrator auditor
            GET /console/entered: sender reporter officer approver filer administrator auditor
            GET /console/enrol: sender reporter officer approver filer administrator auditor
            POST /console/enrol: sender reporter officer approver filer administrator auditor
            POST /console/enrol/choice: sender reporter officer approver filer administrator auditor
            POST /console/login/passkey/question: sender reporter officer approver filer administrator auditor
            POST /console/login/passkey: sender reporter officer approver filer administrator auditor
            GET /console/passkeys: sender reporter officer approver filer administrator auditor
            POST /console/passkeys: sender reporter officer approver filer administrator auditor
            POST /console/passkeys/question: sender reporter officer approver filer administrator auditor
            POST /console/passkeys/forget: sender reporter officer approver filer administrator auditor
            GET /console/people: administrator auditor
            POST /console/people: administrator
            POST /console/people/{name}/duties: administrator
            POST /console/people/{name}/reset: administrator
            POST /console/people/{name}/disable: administrator
            GET /console/window: sender reporter officer approver filer administrator auditor
            GET /console/submissions/{id}: sender reporter officer approver filer auditor
            GET /console/submissions/{id}/raw: sender reporter officer approver filer auditor
            GET /console/submissions/{id}/receipt: sender reporter officer approver filer auditor
            GET /console/returns/{period}: officer approver filer auditor
            GET /console/returns/{period}/cells/{indicator}: officer approver filer auditor
            POST /console/returns/{period}/read: officer approver filer
            POST /console/returns/{period}/approve: officer approver
            POST /console/returns/{period}/withdraw: officer approver
            POST /console/returns/{period}/file: officer filer
            GET /console/returns/{period}/filings/{revision}/{document}: officer approver filer auditor
            POST /console/returns/{period}/filings/{revision}/acknowledgement: officer filer
            POST /console/returns/{period}/filings/{revision}/acknowledgement/signed: officer filer
            POST /console/submissions/{id}/return: officer
            POST /console/submissions/{id}/return/undo: officer
            GET /console/submissions/{id}/findings: sender reporter officer approver filer auditor
            POST /console/submissions/{id}/explanations: reporter
            GET /console/upload: reporter
            POST /console/upload: reporter
            POST /console/upload/try: reporter
            GET /console/upload/form: reporter
            POST /console/window/exceptions: officer
            GET /console/reminders: officer approver filer auditor
            POST /console/reminders/{period}: officer
            GET /console/archives/{year}: officer approver filer auditor
            GET /console/reports/{year}: officer approver filer auditor
            GET /console/reports/{year}/document: officer approver filer auditor
            GET /console/targets: officer approver filer auditor
            GET /console/derived/{period}: officer approver filer auditor
            GET /console/derived/{period}/{sender}: officer approver filer auditor
            GET /console/targets/table: officer approver filer auditor
            GET /console/duties: sender reporter officer approver filer auditor
            GET /console/duties/{period}: sender reporter officer approver filer auditor
            GET /console/duties/{period}/table: sender reporter officer approver filer auditor
            GET /console/money: officer approver filer auditor
            GET /console/money/{period}: officer approver filer auditor
            GET /console/money/{period}/table: officer approver filer auditor
            GET /console/ledger: officer filer administrator auditor
            GET /console/sources: officer filer administrator auditor
            GET /console/handovers: officer auditor
            POST /console/handovers: officer
            GET /console/publishing: officer approver filer administrator auditor
            GET /console/screenings: sender officer filer auditor
            GET /console/screenings/{number}: sender officer filer auditor
            POST /console/screenings/{number}: sender officer
            GET /console/registries: officer
            GET /console/registries/{name}/candidates: officer
            GET /console/registries/{name}/candidates/{id}: officer
            POST /console/registries/{name}/candidates/{id}: officer
            POST /console/registries/{name}/candidates/{id}/closing: officer
            GET /console/mappings: sender officer filer auditor
            POST /console/mappings/try: sender officer filer auditor
            POST /console/mappings/draft: sender officer filer auditor
            POST /console/mappings/suggest: sender officer filer auditor
            POST /console/logout: sender reporter officer approver filer administrator auditor
            """;

    private static final Map<String, String> FIELDS = fields();

    private static Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        for (var name : List.of(
                "source",
                "yaml",
                "sample",
                "sender",
                "period",
                "name",
                "invitation",
                "password",
                "again",
                "code",
                "shown")) {
            fields.put(name, "");
        }
        fields.put("position", "0");
        fields.put("dataset", "monthly-return");
        return fields;
    }

    /** Open to everybody, and slow for whoever is wrong: asked once, by a stranger. */
    private static final List<String> DOORS =
            List.of("POST /console/login", "POST /console/enrol", "POST /console/enrol/choice");

    private static final Map<String, String> FILLED = Map.of(
            "year",
            "2023",
            "period",
            "2023-06",
            "indicator",
            "3",
            "revision",
            "1",
            "sender",
            "530100",
            "dataset",
            "trainees");

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);

    @BeforeAll
    static void oneKeyOfEachRoleIsIssued() throws Exception {
        gateway = GatewayProcess.in(folder, "-Djianxi.console.passkeys.origin=http://localhost:1");
        var keys = new Keys(gateway.var());
        KEYS.put(Role.SENDER, keys.sender("kunming", "530100"));
        KEYS.put(Role.REPORTER, keys.reporter("530100"));
        for (var role : List.of(Role.OFFICER, Role.APPROVER, Role.FILER, Role.ADMINISTRATOR, Role.AUDITOR)) {
            KEYS.put(role, keys.office(role));
        }
        gateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void everyCallIsOpenToItsRolesAlone() throws Exception {
        var table = read(CALLS);
        assertThat(published()).isEqualTo(table.keySet());
        var softly = new SoftAssertions();
        for (var call : table.entrySet()) {
            for (var role : Role.values()) {
                var status = Wire.elsewhere(gateway.url())
                        .send(request(call.getKey(), KEYS.get(role)))
                        .statusCode();
                softly.assertThat(status == 403 ? "refused" : "let in")
                        .as("%s as %s: %d", call.getKey(), role.wireName(), status)
                        .isEqualTo(call.getValue().contains(role.wireName()) ? "let in" : "refused");
                softly.assertThat(status).as("%s as %s", call.getKey(), role).isNotIn(401, 405, 500);
            }
        }
        softly.assertAll();
    }

    @Test
    void everyPageIsOpenToItsRolesAlone() throws Exception {
        var table = read(PAGES);
        assertThat(mapped()).isEqualTo(table.keySet());
        var softly = new SoftAssertions();
        for (var role : Role.values()) {
            var visitor = new Visitor(gateway.url());
            assertThat(visitor.signIn(KEYS.get(role)).statusCode()).isEqualTo(302);
            for (var page : last(table, "POST /console/logout").entrySet()) {
                if (DOORS.contains(page.getKey())) {
                    continue;
                }
                var status = ask(visitor, page.getKey());
                softly.assertThat(status == 403 ? "refused" : "let in")
                        .as("%s as %s: %d", page.getKey(), role.wireName(), status)
                        .isEqualTo(page.getValue().contains(role.wireName()) ? "let in" : "refused");
                softly.assertThat(status).as("%s as %s", page.getKey(), role).isNotIn(405, 500);
            }
            softly.assertThat(visitor.get("/console/window").statusCode()).isEqualTo(302);
        }
        softly.assertAll();
    }

    @Test
    void withoutAKeyNothingIsOpenButWhatIsPublic() throws Exception {
        var open = Set.of(
                "GET /rules",
                "GET /rules/{rule}",
                "GET /public/{list}",
                "GET /public/{list}/{id}",
                "POST /ministry/acknowledgements",
                "GET /openapi.json");
        for (var call : read(CALLS).keySet()) {
            var status = Wire.elsewhere(gateway.url()).send(request(call, "")).statusCode();
            assertThat(status == 401).as(call + ": " + status).isEqualTo(!open.contains(call));
        }
        var stranger = new Visitor(gateway.url());
        for (var door : DOORS) {
            assertThat(stranger.post("/console/login", door.substring(5), FIELDS)
                            .statusCode())
                    .as(door)
                    .isEqualTo(401);
        }
        for (var page : mapped()) {
            if (page.startsWith("GET ")
                    && !page.endsWith("/login")
                    && !page.endsWith("/enrol")
                    && !page.endsWith("/entered")) {
                var answer = stranger.get(filled(page.substring(4)));
                assertThat(answer.statusCode()).as(page).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .endsWith("/console/login");
            }
        }
    }

    @Test
    void theAuditorChangesNothing() {
        var mayTry = Set.of(
                "POST /ministry/acknowledgements",
                "POST /console/login",
                "POST /console/logout",
                "POST /console/enrol",
                "POST /console/enrol/choice",
                "POST /console/login/passkey",
                "POST /console/login/passkey/question",
                "POST /console/passkeys",
                "POST /console/passkeys/question",
                "POST /console/passkeys/forget",
                "POST /console/mappings/try",
                "POST /console/mappings/draft",
                "POST /console/mappings/suggest");
        var all = new TreeMap<>(read(CALLS));
        all.putAll(read(PAGES));
        assertThat(all.entrySet().stream()
                        .filter(one -> !one.getKey().startsWith("GET "))
                        .filter(one -> one.getValue().contains("auditor"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(mayTry);
        assertThat(all)
                .allSatisfy((path, roles) -> assertThat(EVERYBODY.split(" ")).containsAll(roles));
    }

    private static int ask(Visitor visitor, String call) throws Exception {
        var path = filled(call.substring(call.indexOf('/')));
        return call.startsWith("GET ")
                ? visitor.get(path).statusCode()
                : visitor.post("/console/window", path, FIELDS).statusCode();
    }

    private static HttpRequest.Builder request(String call, String key) {
        var path = filled(call.substring(call.indexOf('/')));
        var prefixed = path.equals("/openapi.json") ? path : "/api/v1" + path;
        var delivers = call.equals("POST /submissions");
        var asked = delivers ? Wire.JUNE : prefixed;
        var body = delivers ? June.of("530100", 1) : new byte[] {'{', '}'};
        var request = Wire.elsewhere(gateway.url()).request(asked, key);
        return call.startsWith("GET ")
                ? request.GET()
                : request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static String filled(String path) {
        var known = new HashMap<>(FILLED);
        return Stream.of(path.split("/", -1))
                .map(part ->
                        part.startsWith("{") ? known.getOrDefault(part.substring(1, part.length() - 1), "1") : part)
                .collect(Collectors.joining("/"));
    }

    private static Map<String, Set<String>> read(String table) {
        return table.lines()
                .map(line -> line.split(": "))
                .collect(Collectors.toMap(
                        cells -> cells[0], cells -> Set.of(cells[1].split(" ")), (one, other) -> one, TreeMap::new));
    }

    private static Map<String, Set<String>> last(Map<String, Set<String>> table, String path) {
        var order = new java.util.LinkedHashMap<>(table);
        order.put(path, order.remove(path));
        return order;
    }

    private static Set<String> published() {
        var calls = new TreeSet<String>();
        YamlFile.read(Path.of("schemas/openapi.yaml"))
                .tree()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(method.getKey())) {
                        calls.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return calls;
    }

    /** What the console's controllers say they answer. */
    private static Set<String> mapped() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        // with everything that settings can bring
        scanner.setEnvironment(new MockEnvironment().withProperty("jianxi.console.passkeys.origin", "there"));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var pages = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("org.jianxi.gateway.console")) {
            var controller = Class.forName(found.getBeanClassName());
            var root = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            var above = root == null || root.path().length == 0 ? "" : root.path()[0];
            for (var method : controller.getDeclaredMethods()) {
                var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    var paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
                    for (var verb : mapping.method()) {
                        Stream.of(paths).forEach(path -> pages.add(verb + " " + above + path));
                    }
                }
            }
        }
        return pages;
    }
}
