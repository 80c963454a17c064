package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The office's month in a real browser over a real gateway: who has filed, the return, where a figure comes from, approving and filing. */
class OfficeIT {

    private static final String RETURN = "/console/returns/2023-06";

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static String kunming;
    private static String officer;
    private static String filer;
    private static String zhaotong;
    private static String auditor;
    private static String yuxi;

    @BeforeAll
    static void oneReturnOfSeventeenIsIn() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        gateway = GatewayProcess.in(folder);
        var registry = Files.createDirectories(folder.resolve("home/registries/low-income"));
        Files.copy(Path.of("registries/low-income/registry.yaml"), registry.resolve("registry.yaml"));
        var keys = new Keys(gateway.var());
        kunming = keys.sender("kunming", "530100");
        yuxi = keys.sender("kunming", "530400");
        zhaotong = keys.sender("zhaotong", "530600");
        officer = keys.office(Role.OFFICER);
        filer = keys.office(Role.FILER);
        auditor = keys.office(Role.AUDITOR);
        gateway.start();
        var wire = new Wire(gateway.url());
        assertThat(wire.push(kunming, MediaType.JSON, June.of("530100", 50)).statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void theMonthShowsWhoHasFiledAndWhatMovedTheDeadlines() throws Exception {
        try (var reader = reader("month", officer)) {
            reader.open("/console/window?period=2023-06");
            assertThat(reader.text()).contains("已受理 1 / 17", "逾期未报 16", "截止 2023-07-04 24:00", "截止 2023-07-07 24:00");
            assertThat(rows(reader)).hasSize(17);
            assertThat(rows(reader).getFirst().getText()).contains("昆明市", "530100", "已受理", "迟报");
            assertThat(rows(reader).getLast().getText()).contains("逾期未报");
            reader.shoot("6-month");

            reader.open("/console/window?period=2023-09");
            assertThat(reader.text()).contains("国庆节放假，顺延", "调休上班，计入工作日", "截止 2023-10-08 24:00");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        }
    }

    @Test
    void aDeliveryIsReadBesideLastMonthAndOnlyByThoseItConcerns() throws Exception {
        var wire = new Wire(gateway.url());
        for (var month : List.of("2023-07", "2023-08")) {
            var content = new String(June.of("530100", 50), StandardCharsets.UTF_8).replace("2023-06", month);
            var grown = month.equals("2023-08") ? content.replace("\"3\":5630", "\"3\":9000") : content;
            var request = wire.request(
                            "/api/v1/submissions?dataset=monthly-return&period=" + month,
                            kunming,
                            "Content-Type",
                            "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(grown));
            assertThat(wire.send(request).statusCode()).isEqualTo(201);
        }
        String page;
        try (var reader = reader("submission", officer)) {
            reader.open("/console/window?period=2023-08");
            reader.browser()
                    .findElement(By.xpath("//tr[contains(., '昆明市')]//td[@class='standing']/a"))
                    .click();
            reader.awaitText("昆明市 2023-08 报表");
            assertThat(reader.text()).contains("已受理，第 1 版", "+3370 (+59.9%)", "请说明", "B-3", "本页");
            reader.shoot("10-submission");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
            page = reader.browser().getCurrentUrl();
            assertThat(List.of(status(reader, page + "/raw"), status(reader, page + "/receipt")))
                    .containsOnly(200L);
        }
        try (var reader = reader("other-sender", zhaotong)) {
            assertThat(List.of(status(reader, page), status(reader, page + "/raw"), status(reader, page + "/receipt")))
                    .containsOnly(404L);
            reader.browser().get(page);
            assertThat(reader.text()).doesNotContain("昆明市 2023-08 报表");
        }
    }

    @Test
    void everyPageIsOpenToItsRolesAlone() throws Exception {
        var all = List.of("/console/window", "/console/mappings");
        var office = List.of(
                RETURN,
                RETURN + "/cells/3",
                "/console/ledger",
                "/console/sources",
                "/console/reminders",
                "/console/targets",
                "/console/targets/table?period=2023-06",
                "/console/reports/2023");
        var nobodys = List.of("/console/ledger/0");
        var keys = Map.of("sender", zhaotong, "officer", officer, "filer", filer, "auditor", auditor);
        for (var key : keys.entrySet()) {
            try (var reader = reader("role-" + key.getKey(), key.getValue())) {
                all.forEach(page -> assertThat(status(reader, page)).as(page).isEqualTo(200));
                var expected = key.getKey().equals("sender") ? 403 : 200;
                office.forEach(page ->
                        assertThat(status(reader, page)).as(key.getKey() + page).isEqualTo(expected));
                assertThat(status(reader, "/console/registries"))
                        .as(key.getKey())
                        .isEqualTo(key.getKey().equals("officer") ? 200 : 403);
                nobodys.forEach(
                        page -> assertThat(status(reader, page)).as(page).isEqualTo(403));
            }
        }
    }

    @Test
    void anOfficerRemindsByTelephoneAndSeesWhatFollowed() throws Exception {
        Files.writeString(
                gateway.var().resolve("contacts.yaml"), "units: {'530400': {role: 就业促进科, phone: 0877-0000}}\n");
        try (var reader = reader("reminders", officer)) {
            reader.open("/console/window?period=2024-01");
            reader.browser()
                    .findElement(By.cssSelector(".months a[href^='/console/reminders']"))
                    .click();
            reader.awaitText("2024-01 催报");
            var yuxis = By.cssSelector("#unit-530400");
            assertThat(reader.browser().findElement(yuxis).getText()).contains("就业促进科", "0877-0000", "未报");
            reader.browser()
                    .findElement(yuxis)
                    .findElement(By.tagName("summary"))
                    .click();
            assertThat(reader.browser().findElement(By.id("text-530400")).getAttribute("value"))
                    .contains("【就业见习月报逾期催报】玉溪市 2024-01，截止 2024-02-02", "尚未收到贵单位的报表");
            var call = By.cssSelector("#unit-530400 button[value=telephone]");
            reader.browser().findElement(call).click();
            reader.awaitText("请写明通话内容后再记下。");
            reader.browser()
                    .findElement(yuxis)
                    .findElement(By.tagName("summary"))
                    .click();
            reader.browser()
                    .findElement(By.cssSelector("#unit-530400 input[name=note]"))
                    .sendKeys("答应今日报送");
            reader.browser().findElement(call).click();
            reader.awaitText("答应今日报送");
            assertThat(reader.browser().findElement(yuxis).getText()).contains("人工 · 电话 · 已送达", "此后尚未报送");
            reader.shoot("13-reminders");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        }
        var wire = new Wire(gateway.url());
        var january = new String(June.of("530400", 50), StandardCharsets.UTF_8).replace("2023-06", "2024-01");
        var request = wire.request(
                        "/api/v1/submissions?dataset=monthly-return&period=2024-01",
                        yuxi,
                        "Content-Type",
                        "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(january));
        assertThat(wire.send(request).statusCode()).isEqualTo(201);
        try (var reader = reader("reminders-auditor", auditor)) {
            reader.open("/console/reminders?period=2024-01");
            assertThat(reader.browser().findElement(By.id("unit-530400")).getText())
                    .contains("→", "已受理");
            assertThat(reader.browser().findElements(By.cssSelector("#unit-530400 details, button[name=way]")))
                    .isEmpty();
        }
    }

    @Test
    void theYearsTargetsAreATableAChartAndATextToCopy() throws Exception {
        try (var reader = reader("targets", auditor)) {
            reader.open("/console/targets?period=2023-06");
            assertThat(reader.text()).contains("云人社发〔2023〕18号 附件1", "全年目标完成情况（截至 2023-06）");
            assertThat(rows(reader).getFirst().getText())
                    .contains("昆明市", "420", "8500", "4.9%", "640", "6100", "10.5%");
            assertThat(reader.browser().findElement(By.id("circular")).getAttribute("value"))
                    .contains("截至2023年6月底，全省募集见习岗位 420，完成全年目标 20000 的 2.1%", "第1名 昆明市 4.9%（420 / 8500）")
                    .contains("第2名 曲靖市 0.0%", "第2名 省本级 0.0%");
            assertThat(reader.browser().findElements(By.cssSelector("#chart canvas")))
                    .hasSize(1);
            reader.shoot("12-targets");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
            assertThat(status(reader, "/console/targets/table?period=2022-06")).isEqualTo(404);
            reader.open("/console/targets?period=2022-06&lang=en");
            assertThat(reader.text()).contains("There are no targets for 2022");
        }
    }

    @Test
    void theYearsReportIsReadAndPrintedAndCompletedAsADocument() throws Exception {
        try (var reader = reader("report", officer)) {
            reader.open("/console/targets?period=2023-12");
            reader.browser().findElement(By.linkText("2023 年实施报告")).click();
            reader.awaitText("云南省2023年就业见习工作实施情况报告（草稿）");
            assertThat(reader.text())
                    .contains("一、全年数据", "＊2023-01 缺报：全部填报单位；未计入，也不作零。", "九、下一年度工作计划", "【待填写】")
                    .contains("昆明市分月数据", "12月汇总表的期限为 2024-01-08");
            reader.inOrder("15-report");
            reader.print("report");
            assertThat(status(reader, "/console/reports/2023/document")).isEqualTo(200);
            assertThat(status(reader, "/console/reports/2022")).isEqualTo(404);
            reader.open("/console/reports/2023?lang=en");
            assertThat(reader.text()).contains("report on the internship programme in 2023 (draft)", "Table 1.");
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
            reader.open("/console/reports/2023?lang=zh-CN");
        }
        var wire = new Wire(gateway.url());
        var json = Wire.json(wire.get("/api/v1/reports/2023", auditor));
        assertThat(json.at("/figures/0/province/months/2023-06/14").asString()).isEqualTo("1873.50");
        assertThat(json.at("/figures/0/gaps/2023-06")).hasSize(16);
        assertThat(json.at("/timeliness/5/senders/0/standing").asString()).isEqualTo("late");
        var docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        var document = wire.get("/api/v1/reports/2023", auditor, "Accept", docx);
        try (var opened = new XWPFDocument(new ByteArrayInputStream(document.body()))) {
            assertThat(opened.getTables().getFirst().getRow(14).getCell(6).getText())
                    .isEqualTo("1873.50＊");
        }
    }

    @Test
    void theOfficeProvesAnEntryAndSeesItsSystems() throws Exception {
        try (var reader = reader("systems", officer)) {
            for (var page : List.of("sources", "registries", "ledger")) {
                reader.open("/console/" + page);
                assertThat(reader.text())
                        .contains(Map.of("sources", "kunming", "registries", "low-income", "ledger", "submission")
                                .get(page));
                reader.shoot("11-" + page);
                assertThat(reader.accessibilityViolations()).as(page).isEqualTo("[]");
            }
            assertThat(rows(reader)).isNotEmpty();
            reader.browser().findElement(By.linkText("验证第 0 条")).click();
            reader.awaitText("相符：重新计算的摘要得出已签发的树头");
            reader.shoot("11-ledger-proof");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        }
    }

    private static long status(Reader reader, String page) {
        return (Long) reader.browser().executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                fetch(arguments[0]).then(function (answer) { done(answer.status); });
                """, page);
    }

    @Test
    void aFigureOpensIntoTheSendersItIsTheSumOf() throws Exception {
        try (var reader = reader("figure", officer)) {
            reader.open(RETURN);
            reader.browser()
                    .findElement(By.cssSelector("tfoot a[href$='/cells/3']"))
                    .click();
            reader.awaitText("本期末实有见习岗位总数");
            assertThat(reader.text()).contains("昆明市", "5630", "/indicators/3", "缺报");
            reader.shoot("8-figure");
            assertThat(reader.complaints()).isEmpty();
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");
        }
    }

    @Test
    void oneApprovesWithEveryGapNamedAndAnotherFiles() throws Exception {
        try (var reader = reader("officer", officer)) {
            reader.open(RETURN);
            assertThat(reader.text()).contains("1873.50", "缺报");
            reader.shoot("7-return");
            assertThat(reader.accessibilityViolations()).isEqualTo("[]");

            reader.press("审核通过");
            reader.awaitText("缺报单位须逐一确认后方可审核");
            reader.browser().findElements(By.name("gaps")).forEach(WebElement::click);
            reader.press("审核通过");
            reader.awaitText("审核与上报");
            assertThat(reader.text()).contains("已由").doesNotContain("缺报单位须逐一确认后方可审核");

            reader.press("上报");
            reader.awaitText("审核与上报须为不同人员");
            assertThat(reader.text()).contains("现在不能办理");
        }
        try (var reader = reader("filer", filer)) {
            reader.open(RETURN);
            assertThat(reader.browser().findElements(By.cssSelector("form[action$='/approve']")))
                    .isEmpty();
            reader.press("上报");
            reader.awaitText("这些数据已经上报");
            assertThat(reader.text()).contains("530000-2023-06-1");
            reader.shoot("9-filed");
        }
    }

    @Test
    void aSenderSeesTheMonthButNotTheProvincesReturn() throws Exception {
        try (var reader = reader("sender", kunming)) {
            reader.open("/console/window?period=2023-06");
            assertThat(reader.text()).contains("昆明市");
            reader.open(RETURN);
            assertThat(reader.text()).doesNotContain("1873.50");
        }
    }

    private static List<WebElement> rows(Reader reader) {
        return reader.browser().findElements(By.cssSelector(".senders tbody tr"));
    }

    private static Reader reader(String profile, String key) throws Exception {
        var reader = Reader.at(gateway.url(), folder.resolve("browser-" + profile), true);
        reader.signIn(key);
        return reader;
    }
}
