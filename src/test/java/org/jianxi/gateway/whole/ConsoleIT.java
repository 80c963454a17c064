package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;

/** The mapping bench in a real browser over a real gateway: issue 4 item 5. */
class ConsoleIT {

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static String officer;
    private static String lijiang;

    private Reader reader;
    private ChromeDriver browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        gateway = GatewayProcess.in(folder);
        var keys = new org.jianxi.gateway.whole.Keys(gateway.var());
        officer = keys.office(Role.OFFICER);
        lijiang = keys.sender("zhijian", "530700");
        gateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @AfterEach
    void close() {
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    void aSampleIsDroppedTheMappingEditedAndTheAnswerFollowsTheTyping() throws Exception {
        open("scripted", true);
        reader.signIn(officer);
        browser.get(gateway.url() + "/console/mappings?source=honghe");
        reader.awaitText("读到完整的报表");
        reader.shoot("1-in-force");

        browser.findElement(By.id("file"))
                .sendKeys(Path.of("mappings/honghe/samples/2023-06-wenshan-wrong.in.csv")
                        .toAbsolutePath()
                        .toString());
        type("sender", "532600");
        type("period", "2023-06");
        reader.awaitText("F-COUNT");
        assertThat(browser.findElements(By.cssSelector(".findings tbody tr"))).hasSizeGreaterThan(3);
        reader.shoot("2-findings");

        follow(".findings a.goto", ".found");

        var yaml = browser.findElement(By.id("yaml"));
        yaml.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), Keys.ENTER, "colour: red");
        reader.awaitText("映射有误");
        var wrong = browser.findElement(By.cssSelector("#gutter .wrong"));
        assertThat(wrong.getText()).contains(String.valueOf(lineOf("colour: red")));
        reader.shoot("3-broken");
        for (int i = 0; i < "colour: red".length(); i++) {
            yaml.sendKeys(Keys.BACK_SPACE);
        }
        reader.awaitText("F-COUNT");

        assertThat(reader.complaints()).isEmpty();
        assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        assertThat(Files.readString(gateway.var().resolve("gateway.log")))
                .doesNotContain("文山州")
                .doesNotContain("colour: red");
    }

    @Test
    void aWorkbookIsShownAsASheetAndTheFindingPointsToItsCell() throws Exception {
        open("sheet", true);
        reader.signIn(officer);
        browser.get(gateway.url() + "/console/mappings?source=official&lang=en");
        browser.findElement(By.cssSelector("#sample option[value*='diqing']")).click();
        reader.awaitText("Error");
        reader.awaitText("As expected");
        follow(".findings a.goto[href^='#cell-']", "td.found");
        reader.shoot("4-sheet");
        assertThat(reader.complaints()).isEmpty();
        assertThat(reader.accessibilityViolations()).isEqualTo("[]");
    }

    @Test
    void recordsAreShownUnderTheDictionarysLabelsAndPeopleOnlyToWhoBroughtThem() throws Exception {
        open("records", true);
        reader.signIn(officer);
        browser.get(gateway.url() + "/console/mappings?source=puer&dataset=trainees");
        browser.findElement(By.cssSelector("#sample option[value='trainees-2023-06.in.xlsx']"))
                .click();
        reader.awaitText("全部记录无误");
        reader.awaitText("与预期相符");
        assertThat(heads()).contains("公民身份号码 idNumber", "姓名 name", "毕业日期 graduatedOn");
        assertThat(browser.getPageSource()).doesNotContain("示例甲").doesNotContain("530802200003159014");
        assertThat(browser.findElement(By.cssSelector(".records")).getText()).contains("••••", "个人信息不显示");

        drop("mappings/puer/samples/trainees-2023-06.in.xlsx");
        reader.awaitText("示例甲");
        assertThat(browser.findElement(By.cssSelector(".records")).getText())
                .contains("共 3 条", "示例大学", "530802200003159014");
        assertThat(browser.findElement(By.cssSelector(".records")).getText()).contains("只在本页显示");
        reader.shoot("6-records");

        drop("mappings/puer/samples/trainees-2023-06-wrong.in.xlsx");
        reader.awaitText("F-CITIZEN-ID");
        browser.findElement(By.cssSelector(".findings a.goto[href='#cell-C5']")).click();
        assertThat(browser.findElement(By.cssSelector("td.found")).isDisplayed())
                .isTrue();
        reader.shoot("7-record-findings");
        assertThat(reader.complaints()).isEmpty();
        assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        assertThat(Files.readString(gateway.var().resolve("gateway.log")))
                .doesNotContain("示例甲")
                .doesNotContain("530802200003159014");
    }

    @Test
    void aLongListShowsItsFirstFiftyRecordsAndHowManyThereAre() throws Exception {
        open("long", true);
        reader.signIn(officer);
        browser.get(gateway.url() + "/console/mappings?source=xishuangbanna&dataset=placements");
        drop(longList(60));
        reader.awaitText("前 50 条，共 60 条");
        assertThat(browser.findElements(By.cssSelector(".records tbody tr"))).hasSize(50);
        reader.shoot("8-long");
    }

    @Test
    void aDraftIsMadeFromADroppedSampleAndTried() throws Exception {
        open("draft", true);
        reader.signIn(officer);
        browser.get(gateway.url() + "/console/mappings?source=honghe");
        browser.findElement(By.cssSelector("#sample option[value='']")).click();
        browser.findElement(By.id("suggest")).click();
        reader.awaitText("请先拖入或选择样例");
        browser.findElement(By.cssSelector("#dataset option[value='trainees']")).click();
        drop("mappings/puer/samples/trainees-2023-06.in.xlsx");
        browser.findElement(By.id("suggest")).click();
        Awaitility.await()
                .atMost(Reader.SOON)
                .untilAsserted(() -> assertThat(text())
                        .contains("dataset: trainees", "idNumber: ", "逐行核对后使用")
                        .doesNotContain("示例甲"));
        reader.awaitText("示例甲");
        assertThat(heads()).contains("公民身份号码 idNumber", "姓名 name");
        reader.shoot("9-draft");

        browser.findElement(By.id("yaml")).sendKeys(Keys.chord(Keys.CONTROL, "z"));
        assertThat(text()).contains("dataset: monthly-return");
        assertThat(reader.complaints()).isEmpty();
    }

    @Test
    void aDraftIsMadeWithoutScriptsToo() throws Exception {
        open("plain-draft", false);
        reader.signIn(officer);
        browser.get(gateway.url() + "/console/mappings?source=puer&dataset=trainees");
        browser.findElement(By.id("suggest")).click();
        reader.awaitText("规范记录");
        assertThat(text()).contains("逐行核对后使用", "dataset: trainees");
    }

    @Test
    void itWorksWithoutScriptsToo() throws Exception {
        open("plain", false);
        reader.open("/console");
        browser.findElement(By.id("key")).sendKeys("not-a-key", Keys.ENTER);
        reader.awaitText("没有这个密钥");
        reader.signIn(lijiang);
        reader.open("/console/mappings");
        assertThat(browser.findElements(By.cssSelector("#open-source option")))
                .extracting(one -> one.getAttribute("value"))
                .containsExactly("zhijian");
        var yaml = browser.findElement(By.id("yaml"));
        yaml.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), Keys.ENTER, "colour: red");
        browser.findElement(By.xpath("//button[text()='试映射']")).click();
        reader.awaitText("映射有误");
        reader.shoot("5-plain");
    }

    @Test
    void nobodyGetsInWithoutAKeyAndNoFormIsTakenWithoutItsToken() throws Exception {
        var wire = new Wire(gateway.url());
        assertThat(wire.get("/console/mappings", "").statusCode()).isEqualTo(302);
        assertThat(wire.get("/console/mappings", officer).statusCode()).isEqualTo(302);
        assertThat(wire.get("/console/other", officer).statusCode()).isIn(302, 403);
        var forged = wire.send(wire.request("/console/login", "", "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("key=" + officer)));
        assertThat(forged.statusCode()).isIn(302, 403);
        assertThat(forged.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("jianxi-console"));
        var login = wire.get("/console/login", "");
        assertThat(login.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(new String(login.body(), StandardCharsets.UTF_8))
                .doesNotContain("style=")
                .doesNotContain("onclick");
    }

    private void open(String profile, boolean scripts) throws IOException {
        reader = Reader.at(gateway.url(), folder.resolve("browser-" + profile), scripts);
        browser = reader.browser();
    }

    private void drop(String file) {
        drop(Path.of(file));
    }

    private void drop(Path file) {
        browser.findElement(By.id("file")).sendKeys(file.toAbsolutePath().toString());
    }

    private List<String> heads() {
        // read in one go: the answer may be swapped while one looks
        var texts = (List<?>)
                browser.executeScript(
                        "return Array.from(document.querySelectorAll('.records thead th'), function (one) { return one.innerText.trim(); });");
        return texts.stream().map(String::valueOf).toList();
    }

    private String text() {
        return String.valueOf(browser.findElement(By.id("yaml")).getDomProperty("value"));
    }

    private static Path longList(int rows) throws IOException {
        var gb = Charset.forName("GB18030");
        var lines = Files.readAllLines(Path.of("mappings/xishuangbanna/samples/placements-2023-06.in.csv"), gb);
        var all = new ArrayList<>(List.of(lines.getFirst()));
        for (int row = 1; row <= rows; row++) {
            all.add(lines.get(1).replace("JX23060001", "JX2306%04d".formatted(row)));
        }
        return Files.write(folder.resolve("long.csv"), all, gb);
    }

    private void type(String field, String text) {
        var input = browser.findElement(By.id(field));
        input.clear();
        input.sendKeys(text);
    }

    /** Each word typed brings a fresh answer, and the one just clicked in may be replaced: a person clicks again. */
    private void follow(String link, String shown) {
        Awaitility.await()
                .atMost(Reader.SOON)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .untilAsserted(() -> {
                    browser.findElement(By.cssSelector(link)).click();
                    assertThat(browser.findElement(By.cssSelector(shown)).isDisplayed())
                            .isTrue();
                });
    }

    private int lineOf(String text) {
        var lines = String.valueOf(browser.findElement(By.id("yaml")).getDomProperty("value"))
                .split("\n");
        return List.of(lines).indexOf(text) + 1;
    }
}
