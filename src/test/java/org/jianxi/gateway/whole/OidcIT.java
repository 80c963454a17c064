package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.sandbox.LoginDesk;
import org.jianxi.gateway.sandbox.LoginSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in through a login service that is a real server on a real socket, honest and not. */
class OidcIT {

    private static final String SECRET = "a secret of the gateway's";

    @TempDir
    private static Path folder;

    private static LoginSandbox service;
    private static GatewayProcess gateway;
    private static GatewayProcess other;

    @BeforeAll
    static void start() throws Exception {
        service = LoginSandbox.start(
                new LoginDesk.Client("jianxi", SECRET),
                Map.of(
                        "Li.Office@yn.example", Map.of("roles", List.of("省厅-经办", "unrelated")),
                        "wang", Map.of("roles", "unit-reporter", "areas", List.of("530100")),
                        "zhang", Map.of("roles", List.of("cook")),
                        "sun", Map.of("roles", List.of("省厅-经办", "audit")),
                        "qian", Map.of("roles", "unit-reporter")),
                Clock.systemUTC(),
                new SecureRandom());
        gateway = GatewayProcess.in(
                folder,
                "-Djianxi.console.oidc.issuer=" + service.issuer(),
                "-Djianxi.console.oidc.client-id=jianxi",
                "-Djianxi.console.oidc.client-secret=file:oidc.secret",
                "-Djianxi.console.oidc.roles[省厅-经办]=officer",
                "-Djianxi.console.oidc.roles[unit-reporter]=reporter",
                "-Djianxi.console.oidc.roles[audit]=auditor");
        Files.writeString(gateway.var().resolve("oidc.secret"), SECRET);
        gateway.start();
        other = gateway.beside().start();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        other.close();
        service.close();
    }

    @Test
    void whomTheServiceKnowsIsLetInWithTheRolesItsWordsMeanHere() throws Exception {
        var li = new Visitor(gateway.url());
        assertThat(li.get("/console/login").body()).contains("/console/oidc/begin/office");
        var asked = asked(li);
        assertThat(asked.toString())
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=")
                .doesNotContain("code_verifier");
        var entered = li.get(answer(asked, "Li.Office@yn.example"));
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/console/entered"));
        assertThat(li.get("/console/entered").body()).contains("url=/console/window");
        assertThat(li.get("/console/registries").body()).contains("li.office@yn.example");
        assertThat(li.at(other.url()).get("/console/registries").statusCode()).isEqualTo(200);
        assertThat(li.get("/console/people").statusCode()).isEqualTo(403);

        var wang = entered("wang");
        assertThat(wang.get("/console/window").statusCode()).isEqualTo(200);
        assertThat(wang.get("/console/returns/2023-06").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoRoleHereIsToldSo() throws Exception {
        for (var name : List.of("zhang", "sun", "qian")) {
            var visitor = new Visitor(gateway.url());
            var refused = visitor.get(answer(asked(visitor), name));
            assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("said=no-role");
            assertThat(visitor.get("/console/login?said=no-role").body()).contains("没有角色");
            assertThat(visitor.get("/console/window").statusCode()).as(name).isEqualTo(302);
        }
    }

    @Test
    void anAnswerForAnotherBrowserAnotherQuestionOrAnotherHouseDoesNotCount() throws Exception {
        var li = new Visitor(gateway.url());
        var answer = answer(asked(li), "wang");
        assertThat(refused(new Visitor(gateway.url()), answer))
                .as("another browser's")
                .isTrue();

        var state = new Visitor(gateway.url());
        assertThat(refused(state, answer(asked(state), "wang").replaceAll("state=[^&]+", "state=another")))
                .isTrue();

        for (var lie : List.<Map<String, Object>>of(
                Map.of("nonce", "another"),
                Map.of("aud", "another"),
                Map.of("iss", "http://127.0.0.1:1"),
                Map.of("exp", 1_000_000_000L))) {
            service.lie(lie);
            try {
                var visitor = new Visitor(gateway.url());
                assertThat(refused(visitor, answer(asked(visitor), "wang")))
                        .as(lie.toString())
                        .isTrue();
            } finally {
                service.lie(Map.of());
            }
        }
        var twice = new Visitor(gateway.url());
        var once = answer(asked(twice), "wang");
        assertThat(refused(twice, once)).isFalse();
        assertThat(refused(twice, once)).as("the same answer again").isTrue();
    }

    @Test
    void nothingSecretIsInTheLog() throws Exception {
        entered("wang");
        var log = Files.readString(gateway.var().resolve("gateway.log"));
        assertThat(log).contains("wang signed in through the login service").doesNotContain(SECRET);
    }

    private static Visitor entered(String name) throws Exception {
        var visitor = new Visitor(gateway.url());
        visitor.get(answer(asked(visitor), name));
        return visitor;
    }

    private static boolean refused(Visitor visitor, String answer) throws Exception {
        return visitor.get(answer)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .endsWith("/console/login?said=provider-failed");
    }

    /** Where the gateway sends a browser that wants to sign in. */
    private static URI asked(Visitor visitor) throws Exception {
        return URI.create(visitor.get("/console/oidc/begin/office")
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    /** What the service answers for this person: the path at the gateway with code and state. */
    private static String answer(URI asked, String person) throws Exception {
        var encoded = java.net.URLEncoder.encode(person, java.nio.charset.StandardCharsets.UTF_8);
        try (var browser = HttpClient.newHttpClient()) {
            var back = browser.send(
                            HttpRequest.newBuilder(URI.create(asked + "&person=" + encoded))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .orElseThrow();
            return Stream.of(back.getRawPath(), back.getRawQuery()).collect(Collectors.joining("?"));
        }
    }
}
