package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accounts from the first administrator on, over HTTP and at the terminal, and sessions on two nodes of which one is killed. The order is
 * a story: each step needs what the one before made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsIT {

    private static final String PEOPLE = "/console/people";
    private static final String ENROL = "/console/enrol";
    private static final String PASSWORD = "eleven plus one";
    private static final Pattern INVITATION = Pattern.compile("<code id=\"invitation\">([^<]+)</code>");
    private static final Pattern FACTOR = Pattern.compile("<code id=\"factor\">([^<]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([^<]+)</code></li>");

    @TempDir
    private static Path folder;

    private static GatewayProcess first;
    private static GatewayProcess second;
    private static String auditorKey;

    private static final Map<String, Authenticator> PHONES = new HashMap<>();
    private static final Map<String, List<String>> RECOVERIES = new HashMap<>();
    private static final Map<String, Long> LAST_STEP = new HashMap<>();
    private static final List<String> SECRETS = new ArrayList<>(List.of(PASSWORD));

    @BeforeAll
    static void twoNodesOverOneDatabase() throws Exception {
        first = GatewayProcess.in(folder);
        auditorKey = new Keys(first.var()).office(Role.AUDITOR);
        first.start();
        second = first.beside().start();
    }

    @AfterAll
    static void stop() throws Exception {
        first.close();
        second.close();
    }

    @Test
    @Order(1)
    void theFirstAdministratorIsMadeAtTheTerminalAndTakesTheAccount() throws Exception {
        var added = first.command("accounts", "add", "first-admin", "--display", "网关管理员", "--role", "administrator");
        assertThat(added.code()).isZero();
        var invitation = added.out().strip();
        assertThat(invitation).matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}");
        assertThat(first.command("accounts", "add", "first-admin", "--display", "x", "--role", "auditor")
                        .code())
                .as("a name is nobody else's")
                .isEqualTo(1);

        take("first-admin", invitation, first);

        var listed = Wire.json(first.command("accounts", "list", "--json").out().getBytes(StandardCharsets.UTF_8));
        assertThat(listed.at("/accounts/0/state").asString()).isEqualTo("active");
        assertThat(listed.at("/accounts/0/secondFactor").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void passwordAndFactorGoTogetherAndACodeCountsOnce() throws Exception {
        var code = nextCode("first-admin");
        assertThat(signIn(second, "first-admin", "another password", code).statusCode())
                .isEqualTo(401);
        assertThat(signIn(first, "nobody-here", PASSWORD, code).statusCode()).isEqualTo(401);
        assertThat(signIn(first, "first-admin", PASSWORD, "000000").statusCode())
                .isEqualTo(401);
        assertThat(signIn(first, "first-admin", PASSWORD, code).statusCode()).isEqualTo(302);
        assertThat(signIn(second, "first-admin", PASSWORD, code).statusCode())
                .as("the same code at another node")
                .isEqualTo(401);
        var recovery = RECOVERIES.get("first-admin").getFirst();
        assertThat(signIn(second, "first-admin", PASSWORD, recovery).statusCode())
                .isEqualTo(302);
        assertThat(signIn(first, "first-admin", PASSWORD, recovery).statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void anAdministratorLooksAfterAccountsAndTheAuditorReads() throws Exception {
        var admin = recovered("first-admin");
        assertThat(admin.get(PEOPLE).body()).contains("first-admin", "网关管理员", "auditor-desk");
        assertThat(admin.get("/console/returns/2023-06").statusCode()).isEqualTo(403);

        var added = admin.post(PEOPLE, PEOPLE, Map.of("name", "li-office", "shown", "李（省厅）", "roles", "officer"));
        assertThat(added.statusCode()).isEqualTo(200);
        var invitation = found(INVITATION, added.body());
        assertThat(enrol("li-office", "AAAA-BBBB").statusCode()).isEqualTo(401);
        take("li-office", invitation, second);
        assertThat(enrol("li-office", invitation).statusCode())
                .as("an invitation counts once")
                .isEqualTo(401);
        assertThat(admin.get(PEOPLE).body()).contains("li-office").doesNotContain(invitation);

        assertThat(admin.post(PEOPLE, PEOPLE, Map.of("name", "wang", "shown", "王", "roles", "reporter"))
                        .body())
                .contains("reporter 须有填报单位");
        assertThat(admin.post(PEOPLE, PEOPLE + "/first-admin/disable", Map.of()).statusCode())
                .as("nobody locks the house from outside")
                .isEqualTo(409);

        var auditor = new Visitor(first.url());
        auditor.signIn(auditorKey);
        assertThat(auditor.get(PEOPLE).body()).contains("li-office").doesNotContain("<details>");
        assertThat(auditor.post(PEOPLE, PEOPLE + "/li-office/disable", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void aChangedRoleAndADisabledAccountCountAtTheNextRequest() throws Exception {
        var admin = recovered("first-admin");
        var li = recovered("li-office");
        assertThat(li.get("/console/registries").statusCode()).isEqualTo(200);
        assertThat(admin.post(PEOPLE, PEOPLE + "/li-office/duties", Map.of("roles", "approver"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(li.get("/console/registries").statusCode()).isEqualTo(403);
        assertThat(li.get("/console/returns/2023-06").statusCode()).isEqualTo(200);

        assertThat(admin.post(PEOPLE, PEOPLE + "/li-office/disable", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(li.get("/console/window").statusCode()).isEqualTo(302);
        assertThat(signIn(
                                first,
                                "li-office",
                                PASSWORD,
                                RECOVERIES.get("li-office").getLast())
                        .statusCode())
                .isEqualTo(401);
        var reset = admin.post(PEOPLE, PEOPLE + "/li-office/reset", Map.of());
        take("li-office", found(INVITATION, reset.body()), first);
        assertThat(recovered("li-office").get("/console/window").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void aSessionIsKnownToEveryNodeAndOutlivesTheOneItBeganOn() throws Exception {
        var atFirst = recovered("li-office");
        var withKey = new Visitor(first.url());
        withKey.signIn(auditorKey);
        var cookie = withKey.cookie("jianxi-console").orElseThrow();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/console");
        assertThat(atFirst.at(second.url()).get("/console/window").statusCode()).isEqualTo(200);

        first.kill();
        var atSecond = atFirst.at(second.url());
        assertThat(atSecond.get("/console/window").body()).contains("li-office");
        assertThat(withKey.at(second.url()).get(PEOPLE).statusCode()).isEqualTo(200);
        atSecond.post("/console/window", "/console/logout", Map.of());
        assertThat(atFirst.at(second.url()).get("/console/window").statusCode())
                .as("over is over, for the cookie that was there before too")
                .isEqualTo(302);
    }

    @Test
    @Order(6)
    void aKeyThatIsTakenBackEndsItsSessions() throws Exception {
        var withKey = new Visitor(second.url());
        withKey.signIn(auditorKey);
        assertThat(withKey.get(PEOPLE).statusCode()).isEqualTo(200);
        Files.delete(second.var().resolve("access.yaml"));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> withKey.get(PEOPLE).statusCode() == 302);
    }

    @Test
    @Order(7)
    void guessingIsSlowedAndNothingSecretIsInTheLog() throws Exception {
        var codes = new ArrayList<Integer>();
        for (int guess = 0; guess < 8; guess++) {
            codes.add(signIn(second, "first-admin", "guess " + guess, "123456").statusCode());
        }
        assertThat(codes).contains(401).endsWith(429, 429);
        assertThat(codes.stream().filter(code -> code == 401).count())
                .as("five about one account, counted for both nodes together")
                .isLessThanOrEqualTo(5);
        assertThat(signIn(
                                second,
                                "first-admin",
                                PASSWORD,
                                RECOVERIES.get("first-admin").getLast())
                        .statusCode())
                .isEqualTo(429);
        var log = Files.readString(second.var().resolve("gateway.log"));
        assertThat(SECRETS)
                .hasSizeGreaterThan(20)
                .allSatisfy(secret -> assertThat(log).doesNotContain(secret));
    }

    private static void take(String name, String invitation, GatewayProcess node) throws Exception {
        SECRETS.add(invitation);
        var visitor = new Visitor(node.url());
        var offer = visitor.post(ENROL, ENROL, Map.of("name", name, "invitation", invitation));
        var typed = found(FACTOR, offer.body());
        SECRETS.add(typed.replace(" ", ""));
        PHONES.put(name, Authenticator.of(typed));
        LAST_STEP.remove(name);
        var weak = choose(visitor, name, invitation, "aaaaaaaaaaaaaaaa", nextCode(name));
        assertThat(weak.statusCode()).isEqualTo(422);
        LAST_STEP.remove(name);
        assertThat(choose(visitor, name, invitation, PASSWORD, "000000").statusCode())
                .isEqualTo(422);
        var taken = choose(visitor, name, invitation, PASSWORD, nextCode(name));
        assertThat(taken.statusCode()).isEqualTo(200);
        var recovery = RECOVERY.matcher(taken.body())
                .results()
                .map(one -> one.group(1))
                .toList();
        assertThat(recovery).hasSize(8).doesNotHaveDuplicates();
        RECOVERIES.put(name, new ArrayList<>(recovery));
        SECRETS.addAll(recovery);
    }

    private static HttpResponse<String> enrol(String name, String invitation) throws IOException, InterruptedException {
        return new Visitor(first.url()).post(ENROL, ENROL, Map.of("name", name, "invitation", invitation));
    }

    private static HttpResponse<String> choose(
            Visitor visitor, String name, String invitation, String password, String code)
            throws IOException, InterruptedException {
        return visitor.post(
                ENROL,
                ENROL + "/choice",
                Map.of("name", name, "invitation", invitation, "password", password, "again", password, "code", code));
    }

    private static HttpResponse<String> signIn(GatewayProcess node, String name, String password, String code)
            throws IOException, InterruptedException {
        return new Visitor(node.url())
                .post("/console/login", "/console/login", Map.of("name", name, "password", password, "code", code));
    }

    /** Signed in with one of the recovery codes, so that no test waits for the next thirty seconds. */
    private static Visitor recovered(String name) throws IOException, InterruptedException {
        var visitor = new Visitor((first.isAlive() ? first : second).url());
        var code = RECOVERIES.get(name).remove(1);
        var answer = visitor.post(
                "/console/login", "/console/login", Map.of("name", name, "password", PASSWORD, "code", code));
        assertThat(answer.statusCode()).isEqualTo(302);
        return visitor;
    }

    /** Of the present step, or of the next where that was used; the gateway takes one step early. */
    private static String nextCode(String name) throws Exception {
        var now = Instant.now().getEpochSecond() / 30;
        var step = Math.max(now, LAST_STEP.getOrDefault(name, 0L) + 1);
        LAST_STEP.put(name, step);
        return PHONES.get(name).code(Instant.ofEpochSecond(step * 30));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
