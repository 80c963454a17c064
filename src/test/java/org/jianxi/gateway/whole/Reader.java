package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/** Somebody at the console in a real browser. */
record Reader(ChromeDriver browser, URI console) implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);

    /** @param profile an empty folder */
    static Reader at(URI gateway, Path profile, boolean scripts) throws IOException {
        return new Reader(Browser.open(Files.createDirectories(profile), scripts), gateway);
    }

    void signIn(String key) {
        open("/console");
        browser.findElement(By.id("key")).sendKeys(key, Keys.ENTER);
        awaitText("映射试验台");
        var session = browser.manage().getCookieNamed("jianxi-console");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
    }

    /** With an account; the window opens. */
    void signIn(String name, String password, String code) {
        open("/console/login");
        browser.findElement(By.id("name")).sendKeys(name);
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.id("code")).sendKeys(code, Keys.ENTER);
        awaitText(name);
    }

    void choose(String list, String value) {
        browser.findElement(By.cssSelector("[id='" + list + "'] option[value='" + value + "']"))
                .click();
    }

    void type(String field, String text) {
        var input = browser.findElement(By.id(field));
        input.clear();
        input.sendKeys(text);
    }

    /** A picture of it, nothing the browser complains of, nothing an accessibility check finds. */
    void inOrder(String shot) throws IOException {
        shoot(shot);
        assertThat(complaints()).as(shot).isEmpty();
        assertThat(accessibilityViolations()).as(shot).isEqualTo("[]");
    }

    void open(String path) {
        browser.get(console + path);
    }

    void press(String label) {
        browser.findElement(By.xpath("//button[text()='" + label + "']")).click();
    }

    void awaitText(String text) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(text()).contains(text));
    }

    /** What a person reads on the page. */
    String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    /** What the browser itself complained about: scripts that failed, anything the policy refused. A wrong key's 401 is our answer. */
    List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("401"))
                .toList();
    }

    String accessibilityViolations() throws IOException {
        try (var axe = com.deque.html.axecore.selenium.AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            browser.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return String.valueOf(browser.executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                axe.run().then(function (found) {
                    done(JSON.stringify(found.violations.map(function (one) {
                        return one.id + ': ' + one.nodes.map(function (node) { return node.html; }).join(' | ');
                    })));
                });
                """));
    }

    void shoot(String name) throws IOException {
        var shots = Files.createDirectories(Path.of("target", "console"));
        Files.write(shots.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** The page as it comes out of a printer, A4 landscape. */
    void print(String name) throws IOException {
        var options = new PrintOptions();
        options.setOrientation(PrintOptions.Orientation.LANDSCAPE);
        options.setPageSize(new PageSize(29.7, 21.0));
        var paper = Files.createDirectories(Path.of("target", "console"));
        Files.write(
                paper.resolve(name + ".pdf"),
                Base64.getDecoder().decode(browser.print(options).getContent()));
    }

    @Override
    public void close() {
        browser.quit();
    }
}
