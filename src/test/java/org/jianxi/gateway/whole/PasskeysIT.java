package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Passkeys with Chromium's own authenticator: added on one's page, used to sign in, refused where they do not belong. */
class PasskeysIT {

    private static final String PASSWORD = "eleven plus one";
    private static final String ENROL = "/console/enrol";
    private static final Pattern FACTOR = Pattern.compile("<code id=\"factor\">([^<]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([^<]+)</code></li>");

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static String auditor;
    private static URI here;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        gateway = GatewayProcess.in(folder);
        here = URI.create("http://localhost:" + gateway.url().getPort());
        gateway.tell("-Djianxi.console.passkeys.origin=" + here);
        auditor = new Keys(gateway.var()).office(Role.AUDITOR);
        gateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void aPasskeyIsAddedSignsInAndGoesWithAReset() throws Exception {
        var recovery = account("chen-office");
        try (var reader = Reader.at(here, folder.resolve("browser"), true)) {
            var browser = reader.browser();
            browser.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                    .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                    .setHasResidentKey(true)
                    .setHasUserVerification(true)
                    .setIsUserVerified(true));
            reader.open("/console/login");
            browser.findElement(By.id("name")).sendKeys("chen-office");
            browser.findElement(By.id("password")).sendKeys(PASSWORD);
            browser.findElement(By.id("code")).sendKeys(recovery);
            reader.press("用账号登录");
            reader.awaitText("报送情况");
            browser.findElement(By.linkText("我的通行密钥")).click();
            reader.awaitText("还没有通行密钥");
            browser.findElement(By.id("label")).sendKeys("办公室电脑");
            reader.press("登记新的通行密钥");
            reader.awaitText("删除");
            assertThat(reader.text()).contains("办公室电脑").doesNotContain("还没有通行密钥");
            reader.shoot("26-passkeys");
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");

            reader.press("退出");
            reader.awaitText("用密钥登录");
            reader.shoot("27-passkey-login");
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
            reader.press("用通行密钥登录");
            reader.awaitText("报送情况");
            assertThat(reader.text()).contains("chen-office");
            assertThat(reader.complaints()).isEmpty();

            assertThat(gateway.command("accounts", "reset", "chen-office").code())
                    .isZero();
            reader.open("/console/login");
            reader.press("用通行密钥登录");
            reader.awaitText("没有登录");
        }
    }

    @Test
    void whoCameWithAKeyHasNoPasskeysAndWhatIsNoAnswerOpensNothing() throws Exception {
        var visitor = new Visitor(gateway.url());
        visitor.signIn(auditor);
        assertThat(visitor.get("/console/passkeys").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/console/window").body()).doesNotContain("/console/passkeys");

        var stranger = new Visitor(gateway.url());
        var asked = stranger.postJson("/console/login", "/console/login/passkey/question", "{}");
        var question = Wire.json(asked.body().getBytes(StandardCharsets.UTF_8));
        assertThat(Wire.json(question.get("options").asString().getBytes(StandardCharsets.UTF_8))
                        .get("userVerification")
                        .asString())
                .isEqualTo("required");
        var sealed = question.get("sealed").asString();
        for (var answer : new String[] {"{}", "no json", "{\\\"id\\\":\\\"x\\\"}"}) {
            assertThat(stranger.postJson(
                                    "/console/login",
                                    "/console/login/passkey",
                                    "{\"answer\":\"%s\",\"sealed\":\"%s\"}".formatted(answer, sealed))
                            .statusCode())
                    .as(answer)
                    .isEqualTo(401);
        }
    }

    /** An account that was taken, and one of its recovery codes. */
    private static String account(String name) throws Exception {
        var invitation = gateway.command("accounts", "add", name, "--display", "陈", "--role", "officer")
                .out()
                .strip();
        var visitor = new Visitor(gateway.url());
        var offer = visitor.post(ENROL, ENROL, Map.of("name", name, "invitation", invitation));
        var factor = FACTOR.matcher(offer.body());
        assertThat(factor.find()).isTrue();
        var code = Authenticator.of(factor.group(1)).code(Instant.now());
        var taken = visitor.post(
                ENROL,
                ENROL + "/choice",
                Map.of("name", name, "invitation", invitation, "password", PASSWORD, "again", PASSWORD, "code", code));
        var recovery = RECOVERY.matcher(taken.body());
        assertThat(recovery.find()).isTrue();
        return recovery.group(1);
    }
}
