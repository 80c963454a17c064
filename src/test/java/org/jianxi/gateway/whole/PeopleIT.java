package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.sandbox.LoginDesk;
import org.jianxi.gateway.sandbox.LoginSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** People in a real browser: taking an account, looking after others, and coming from a login service on another site. */
class PeopleIT {

    private static final String PASSWORD = "eleven plus one";
    private static final String SECRET = "not much of one";

    @TempDir
    private static Path folder;

    private static LoginSandbox service;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        service = LoginSandbox.start(
                new LoginDesk.Client("jianxi", SECRET),
                Map.of("li.office", Map.of("roles", List.of("officers"))),
                Clock.systemUTC(),
                new SecureRandom());
        gateway = GatewayProcess.in(
                folder,
                "-Djianxi.console.oidc.issuer=" + service.issuer(),
                "-Djianxi.console.oidc.client-id=jianxi",
                "-Djianxi.console.oidc.client-secret=file:oidc.secret",
                "-Djianxi.console.oidc.roles.officers=officer");
        Files.writeString(gateway.var().resolve("oidc.secret"), SECRET);
        new org.jianxi.gateway.whole.Keys(gateway.var()).office(Role.AUDITOR);
        gateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
            service.close();
        }
    }

    @Test
    void anAccountIsTakenAndAnotherMade() throws Exception {
        var invitation = gateway.command("accounts", "add", "chen-office", "--display", "陈", "--role", "administrator")
                .out()
                .strip();
        try (var reader = Reader.at(gateway.url(), folder.resolve("taking"), true)) {
            reader.open("/console/enrol");
            wellMade(reader, "20-enrol");
            type(reader, "name", "chen-office");
            type(reader, "invitation", invitation + Keys.ENTER);
            reader.awaitText("为 陈（chen-office）启用账号");
            wellMade(reader, "21-factor");
            var phone = Authenticator.of(
                    reader.browser().findElement(By.id("factor")).getText());
            type(reader, "code", phone.code(Instant.now()));
            type(reader, "password", PASSWORD);
            type(reader, "again", PASSWORD + Keys.ENTER);
            reader.awaitText("账号已启用");
            wellMade(reader, "22-recovery");
            var recovery =
                    reader.browser().findElement(By.cssSelector(".codes code")).getText();

            reader.open("/console/login");
            wellMade(reader, "23-login");
            type(reader, "name", "chen-office");
            type(reader, "password", PASSWORD);
            type(reader, "code", recovery + Keys.ENTER);
            reader.awaitText("报送情况");
            reader.open("/console/people");
            assertThat(reader.text()).contains("chen-office", "管理员", "本人账号", "auditor-desk");
            type(reader, "name", "wang-unit");
            type(reader, "shown", "王");
            reader.browser()
                    .findElement(By.cssSelector("form.steps input[value=reporter]"))
                    .click();
            reader.browser()
                    .findElement(By.cssSelector("#areas option[value='530100']"))
                    .click();
            reader.press("新增账号");
            reader.awaitText("wang-unit 的邀请码");
            assertThat(reader.text()).contains("填报员", "昆明市 530100", "待启用", "未设");
            wellMade(reader, "24-people");
            reader.open("/console/people?lang=en");
            assertThat(reader.text()).contains("Accounts and keys", "Reporter", "Invited");
            wellMade(reader, "25-people-en");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    /** The browser knows the gateway as localhost and the service as 127.0.0.1, which are two sites. */
    @Test
    void whoComesFromAnotherSiteIsSignedIn() throws Exception {
        var here = URI.create("http://localhost:" + gateway.url().getPort());
        try (var reader = Reader.at(here, folder.resolve("coming"), true)) {
            reader.open("/console/window");
            reader.awaitText("单位统一登录");
            reader.browser().findElement(By.partialLinkText("单位统一登录")).click();
            reader.awaitText("统一登录（沙箱）");
            reader.browser().findElement(By.linkText("li.office")).click();
            reader.awaitText("报送情况");
            assertThat(reader.text()).contains("li.office", "登记库");
            assertThat(reader.browser().getCurrentUrl()).startsWith(here + "/console/window");
            assertThat(reader.browser()
                            .manage()
                            .getCookieNamed("jianxi-console")
                            .getSameSite())
                    .isEqualTo("Strict");
        }
    }

    private static void type(Reader reader, String field, String text) {
        reader.browser().findElement(By.id(field)).sendKeys(text);
    }

    private static void wellMade(Reader reader, String name) throws IOException {
        reader.shoot(name);
        assertThat(reader.accessibilityViolations()).as(name).isEqualTo("[]");
    }
}
