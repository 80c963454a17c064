package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/** What the office does beside approving and filing, at the pages in a real browser: lateness excused, a return sent back, an approval withdrawn. */
class WorkflowIT {

    private static final String WORDS = "第13项与上月相差过大，请核实";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static String kunming;
    private static String officer;

    @BeforeAll
    static void oneReturnOfSeventeenIsIn() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        gateway = GatewayProcess.in(folder);
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        officer = keys.office(Role.OFFICER);
        gateway.start();
        assertThat(new Wire(gateway.url())
                        .push(kunming, MediaType.JSON, June.of("530100", 50))
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void anOfficerExcusesSendsBackApprovesAndWithdrawsAndTheUnitReadsWhy() throws Exception {
        try (var reader = reader("officer", officer)) {
            excuse(reader);
            sendBack(reader);
            approveOverIt(reader);
            withdraw(reader);
        }
        try (var reader = reader("unit", kunming)) {
            openDelivery(reader);
            assertThat(reader.text()).contains("待单位更正", "数据明显不合理", WORDS);
            assertThat(reader.browser().findElements(By.cssSelector("form[action*='/return']")))
                    .isEmpty();
            reader.open("/console/window?period=2023-06");
            assertThat(reader.browser().findElements(By.id("exception-until"))).isEmpty();
            assertThat(row(reader, "530300")).contains("延期受理至 2023-07-20").doesNotContain("业务系统升级");
        }
        try (var reader = reader("officer-again", officer)) {
            openDelivery(reader);
            reader.press("撤销退回");
            reader.awaitText("已撤销退回");
            assertThat(reader.text()).contains("退回单位更正");
        }
    }

    @Test
    void programsDoTheSameOverTheInterface() throws Exception {
        var july = new String(June.of("530100", 50), StandardCharsets.UTF_8).replace("2023-06", "2023-07");
        var pushed = post("/submissions?dataset=monthly-return&period=2023-07", kunming, july);
        assertThat(pushed.statusCode()).isEqualTo(201);
        var id = Wire.json(pushed).path("id").asString();
        var why = "{\"reason\": \"wrong-month\", \"text\": \"请核对月份后重报\"}";

        assertThat(post("/submissions/" + id + "/return", officer, "{\"reason\": \"no\", \"text\": \"?\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/submissions/" + id + "/return", officer, why).statusCode())
                .isEqualTo(200);
        assertThat(post("/submissions/" + id + "/return", officer, why).statusCode())
                .isEqualTo(409);
        var first = get("/windows/2023-07", kunming).at("/senders/0");
        assertThat(first.path("state").asString()).isEqualTo("accepted");
        assertThat(first.at("/returned/reason").asString()).isEqualTo("wrong-month");
        assertThat(get("/submissions/" + id + "/returns", kunming)
                        .at("/returns/0/text")
                        .asString())
                .isEqualTo("请核对月份后重报");

        var gaps = get("/returns/2023-07/workflow", officer).path("missing");
        var unnamed = post("/returns/2023-07/approve", officer, "{\"acceptGaps\": " + gaps + "}");
        assertThat(unnamed.statusCode()).isEqualTo(409);
        assertThat(new String(unnamed.body(), StandardCharsets.UTF_8)).contains("P-RETURNED");
        var named = "{\"acceptGaps\": %s, \"acceptReturned\": [\"530100\"]}".formatted(gaps);
        assertThat(post("/returns/2023-07/approve", officer, named).statusCode())
                .isEqualTo(200);
        assertThat(get("/returns/2023-07/workflow", officer).path("state").asString())
                .isEqualTo("approved");
        var withdrawn =
                post("/returns/2023-07/withdraw-approval", officer, why.replace("wrong-month", "approved-in-error"));
        assertThat(Wire.json(withdrawn).path("state").asString()).isEqualTo("collecting");
        assertThat(Wire.json(post("/submissions/" + id + "/return/undo", officer, ""))
                        .at("/returns/0/state")
                        .asString())
                .isEqualTo("undone");
    }

    @Test
    void anExceptionsWordsAreTheOfficesAndTheUnits() throws Exception {
        var body = "{\"sender\": \"530300\", \"until\": \"2023-09-30\", \"reason\": \"handover\", \"text\": \"经办交接\"}";
        assertThat(post("/windows/2023-08/exceptions", officer, body).statusCode())
                .isEqualTo(200);
        assertThat(post("/windows/2023-08/exceptions", kunming, body).statusCode())
                .isEqualTo(403);

        var qujing = get("/windows/2023-08", kunming).at("/senders/1");
        assertThat(qujing.path("late").asBoolean()).isTrue();
        assertThat(qujing.at("/exception/until").asString()).isEqualTo("2023-09-30");
        assertThat(qujing.toString()).doesNotContain("经办交接");
        assertThat(get("/windows/2023-08/exceptions", kunming).path("exceptions"))
                .isEmpty();
        assertThat(get("/windows/2023-08/exceptions", officer)
                        .at("/exceptions/0/text")
                        .asString())
                .isEqualTo("经办交接");
        assertThat(get("/reasons", kunming).path("lists")).hasSize(4);
        assertThat(get("/returns/2023-08/explanations", officer)
                        .path("explanations")
                        .asInt())
                .isZero();
    }

    private static HttpResponse<byte[]> post(String path, String key, String body) throws Exception {
        var wire = new Wire(gateway.url());
        var request = wire.request("/api/v1" + path, key, "Content-Type", "application/json");
        return wire.send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode get(String path, String key) throws Exception {
        return Wire.json(new Wire(gateway.url()).get("/api/v1" + path, key));
    }

    private static void excuse(Reader reader) throws Exception {
        reader.open("/console/window?period=2023-06");
        choose(reader, "exception-sender", "530300");
        day(reader, "2023-07-04");
        why(reader, "exception", "system-failure", "业务系统升级，恢复后即报");
        reader.press("记录");
        reader.awaitText("受理期限应晚于截止日 2023-07-04");

        choose(reader, "exception-sender", "530300");
        day(reader, "2023-07-20");
        why(reader, "exception", "system-failure", "业务系统升级，恢复后即报");
        reader.press("记录");
        reader.awaitText("延期受理至 2023-07-20：单位业务系统故障");
        assertThat(row(reader, "530300")).contains("逾期未报", "业务系统升级，恢复后即报");
        inOrder(reader, "12-exception");
    }

    private static void sendBack(Reader reader) throws Exception {
        openDelivery(reader);
        why(reader, "return", "figures-implausible", WORDS);
        reader.browser().findElement(By.xpath("//button[text()='退回单位更正']")).sendKeys(org.openqa.selenium.Keys.ENTER);
        reader.awaitText("待单位更正");
        inOrder(reader, "12-sent-back");
        reader.open("/console/window?period=2023-06");
        assertThat(row(reader, "530100")).contains("已受理", "退回更正：数据明显不合理");
    }

    private static void approveOverIt(Reader reader) throws Exception {
        reader.open("/console/returns/2023-06");
        assertThat(reader.text()).contains("汇总中", "本月没有需要说明的提示");
        reader.browser().findElements(By.name("gaps")).forEach(WebElement::click);
        reader.press("审核通过");
        reader.awaitText("已退回而未答复的单位须逐一确认后方可审核：530100");
        inOrder(reader, "12-return");
        reader.browser().findElements(By.name("gaps")).forEach(WebElement::click);
        reader.browser().findElement(By.name("returned")).click();
        reader.press("审核通过");
        reader.awaitText("已由");
        assertThat(reader.browser().findElement(By.id("month-state")).getText()).isEqualTo("已审核");
    }

    private static void withdraw(Reader reader) throws Exception {
        why(reader, "withdraw", "figures-in-doubt", "等昆明核实第13项");
        reader.press("撤回审核");
        reader.awaitText("数据有疑问，需核实: 等昆明核实第13项");
        assertThat(reader.browser().findElement(By.id("month-state")).getText()).isEqualTo("汇总中");
        inOrder(reader, "12-withdrawn");
        reader.open("/console/returns/2023-06?lang=en");
        assertThat(reader.text()).contains("State of the month: collecting", "a figure has to be looked into");
        inOrder(reader, "12-return-en");
    }

    private static void openDelivery(Reader reader) {
        reader.open("/console/window?period=2023-06");
        reader.browser()
                .findElement(By.xpath("//tr[contains(., '530100')]//td[@class='standing']/a"))
                .click();
        reader.awaitText("昆明市 2023-06 报表");
    }

    /** How a day is typed depends on the browser's language, so it is set. */
    private static void day(Reader reader, String day) {
        reader.browser().executeScript("document.getElementById('exception-until').value = arguments[0]", day);
    }

    private static void why(Reader reader, String form, String reason, String words) {
        choose(reader, form + "-reason", reason);
        reader.browser().findElement(By.id(form + "-text")).sendKeys(words);
    }

    private static void choose(Reader reader, String list, String value) {
        reader.browser()
                .findElement(By.cssSelector("#" + list + " option[value='" + value + "']"))
                .click();
    }

    private static String row(Reader reader, String code) {
        return reader.browser()
                .findElement(By.xpath("//tr[contains(., '" + code + "')]"))
                .getText();
    }

    private static void inOrder(Reader reader, String shot) throws Exception {
        reader.shoot(shot);
        assertThat(reader.complaints()).isEmpty();
        assertThat(reader.accessibilityViolations()).isEqualTo("[]");
    }

    private static Reader reader(String profile, String key) throws Exception {
        var reader = Reader.at(gateway.url(), folder.resolve("browser-" + profile), true);
        reader.signIn(key);
        return reader;
    }
}
