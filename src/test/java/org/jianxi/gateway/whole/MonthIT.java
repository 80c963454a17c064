package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.sandbox.Behaviour;
import org.jianxi.gateway.sandbox.MinistryDesk;
import org.jianxi.gateway.sandbox.MinistrySandbox;
import org.jianxi.gateway.sandbox.Script;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.Use;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/**
 * A whole month at the console as four people: a unit's reporter, an officer, an approver and a filer. It is the last day of the units'
 * deadline, 4 July 2023; letters are really sent, and the ministry is a server that fails twice. The order is the story.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthIT {

    private static final Instant MORNING = Instant.parse("2023-07-04T01:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path SHEET = Path.of("mappings/official/samples/2023-06-lincang.in.xlsx");
    private static final String RETURN = "/console/returns/2023-06";
    private static final List<String> PUSHING = List.of(
            "530100", "530300", "530400", "530500", "530600", "530700", "530800", "532300", "532500", "532600",
            "532800", "532900", "533100", "533400", "539900");

    private static final String PLATFORM = """
            source: platform
            title: {zh: 各州市业务系统, en: Systems of the prefectures}
            senders: [%s, '530900', '533300']
            door: {kind: http-push}
            datasets: {monthly-return: {}}
            contact: 填报岗 / reporting desk
            """;

    @TempDir
    private static Path folder;

    private static Instant began;
    private static GatewayProcess gateway;
    private static MinistrySandbox ministry;
    private static GreenMail mail;
    private static String platform;
    private static final Map<String, Reader> DESKS = new HashMap<>();

    @BeforeAll
    static void theLastDayBegins() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "there is no /usr/bin/chromium with /usr/bin/chromedriver, and it could not be installed");
        began = Instant.now();
        gateway = GatewayProcess.in(folder).on(MORNING);
        var own = Files.createDirectories(folder.resolve("home/mappings/platform"));
        var senders = String.join(", ", PUSHING.stream().map("'%s'"::formatted).toList());
        Files.writeString(own.resolve("source.yaml"), PLATFORM.formatted(senders));
        ministry = ministry(gateway.var().resolve("keys"));
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Files.writeString(gateway.var().resolve("contacts.yaml"), """
                mail: {smtp: {host: 127.0.0.1, port: %d, security: none}, from: jianxi@province.example}
                office: {role: 就业促进处, mail: [office@province.example]}
                units:
                  '530900': {role: 就业科填报岗, mail: [jyk@lincang.example], phone: 0883-0000}
                  '533300': {role: 就业科填报岗, phone: 0886-0000}
                """.formatted(
                        mail.getSmtp().getPort()));
        var keys = new Keys(gateway.var());
        platform = keys.sender(
                "platform",
                Stream.concat(PUSHING.stream(), Stream.of("530900", "533300")).toArray(String[]::new));
        var administrator = keys.office(Role.ADMINISTRATOR);
        gateway.tell("-Djianxi.ministry.url=" + ministry.url());
        gateway.tell("-Djianxi.ministry.certificate=" + gateway.var().resolve("keys/ministry.pem"));
        gateway.tell("-Djianxi.ministry.first-wait=1s");
        gateway.start();
        openDesks(administrator);
    }

    @AfterAll
    static void theDayEnds() throws Exception {
        DESKS.values().forEach(Reader::close);
        if (gateway != null) {
            gateway.close();
            ministry.close();
            mail.stop();
        }
    }

    @Test
    @Order(1)
    void fifteenUnitsFileAndTheOfficerSeesWhoIsMissing() throws Exception {
        push("2023-05", lincangInMay());
        for (var unit : PUSHING) {
            push("2023-06", June.of(unit, 50));
        }
        var officer = DESKS.get("officer");
        officer.open("/console/window?period=2023-06");
        assertThat(officer.text()).contains("已受理 15 / 17", "截止 2023-07-04 24:00", "未报 2");
        assertThat(row(officer, "530900")).contains("未报");
        officer.inOrder("month-1-window");
        officer.print("month-1-window");
    }

    @Test
    @Order(2)
    void theMissingAreRemindedByLetterAndByTelephone() throws Exception {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(mail.getReceivedMessages()).anySatisfy(letter -> {
                    assertThat(letter.getSubject()).contains("催报", "临沧市", "2023-06");
                    assertThat(letter.getAllRecipients()[0]).hasToString("jyk@lincang.example");
                }));
        var officer = DESKS.get("officer");
        officer.open("/console/reminders?period=2023-06");
        assertThat(officer.browser().findElement(By.id("unit-530900")).getText())
                .contains("邮件", "已送达", "尚未报送");
        var nujiang = officer.browser().findElement(By.id("unit-533300"));
        nujiang.findElement(By.tagName("summary")).click();
        nujiang.findElement(By.name("note")).sendKeys("已电话联系，下午报送");
        nujiang.findElement(By.cssSelector("button[value=telephone]")).click();
        officer.awaitText("已电话联系，下午报送");
        officer.inOrder("month-2-reminders");
    }

    @Test
    @Order(3)
    void theReporterTriesAWrongSheetDeliversItAndSeesEachErrorOnItsCell() throws Exception {
        var reporter = DESKS.get("reporter");
        reporter.open("/console/upload?period=2023-06");
        file(reporter, sheet(38), "临沧6月.xlsx");
        reporter.inOrder("month-3-upload");
        reporter.press("试核");
        reporter.awaitText("不能受理，请按下列问题更正");
        assertThat(reporter.browser().findElement(By.id("answer")).getText()).contains("L-8", "I10", "应不小于");
        reporter.inOrder("month-3-tried");
        assertThat(reporter.browser().findElement(By.id("file")).getDomProperty("value"))
                .as("the file is still chosen")
                .contains("临沧6月.xlsx");

        reporter.press("报送");
        reporter.awaitText("临沧市 2023-06 报表");
        assertThat(reporter.text()).contains("未受理", "L-8", "I10");
        assertThat(reporter.browser().findElement(By.linkText("下载标注问题的工作簿")).getDomProperty("href"))
                .endsWith("/findings");
        reporter.inOrder("month-3-refused");
        assertThat(window("530900")).contains("退回");
    }

    @Test
    @Order(4)
    void theCorrectedSheetStandsAndItsWarningAndJumpAreExplained() throws Exception {
        var reporter = DESKS.get("reporter");
        reporter.browser().findElement(By.linkText("更正后重新报送")).click();
        reporter.awaitText("报送报表");
        file(reporter, sheet(51), "临沧6月更正.xlsx");
        reporter.press("报送");
        reporter.awaitText("已受理，第 1 版");
        assertThat(reporter.text()).contains("B-13", "请说明", "B-JUMP-5");
        reporter.inOrder("month-4-accepted");

        explain(reporter, "B-13", "batch-ended", "六月初一批见习人员期满");
        explain(reporter, "B-JUMP-5", "season", "一个字");
        reporter.press("提交说明");
        reporter.awaitText("请附说明，4至500字，现为 3 字");
        reporter.inOrder("month-4-explaining");
        explain(reporter, "B-JUMP-5", "season", "毕业季集中募集计划");
        reporter.press("提交说明");
        reporter.awaitText("已受理，第 2 版");
        assertThat(reporter.text()).contains("说明：整批见习期满：六月初一批见习人员期满", "已说明：毕业季等季节因素：毕业季集中募集计划");
        assertThat(reporter.browser()
                        .findElement(By.xpath("//table[@class='compared']/tbody/tr[5]"))
                        .getText())
                .doesNotContain("请说明");
        reporter.inOrder("month-4-explained");
        reporter.print("month-4-explained");
    }

    @Test
    @Order(5)
    void nobodyFilesBeforeAnotherHasApproved() throws Exception {
        push("2023-06", June.of("533300", 50));
        assertThat(windowText()).contains("已受理 17 / 17");
        var filer = DESKS.get("filer");
        filer.open(RETURN);
        filer.press("上报");
        filer.awaitText("现在不能办理");

        var approver = DESKS.get("approver");
        approver.open(RETURN);
        assertThat(state(approver)).isEqualTo("待审核");
        assertThat(approver.browser().findElements(By.cssSelector("form[action$='/file']")))
                .isEmpty();
        assertThat(approver.text())
                .contains("整批见习期满：六月初一批见习人员期满", "上月缺报 16 个单位")
                .doesNotContain("变动较大");
        approver.press("标为已阅");
        approver.awaitText("此后 0 个单位有变化");
        approver.press("审核通过");
        approver.awaitText("已审核");
        assertThat(state(approver)).isEqualTo("已审核");
        approver.inOrder("month-5-approved");
        approver.print("month-5-return");
    }

    @Test
    @Order(6)
    void theReturnReachesAMinistryThatFailsTwice() throws Exception {
        var filer = DESKS.get("filer");
        filer.open(RETURN);
        filer.press("上报");
        acknowledged(filer);
        filer.inOrder("month-6-acknowledged");
        assertThat(ministry.script().remaining()).isZero();
        assertThat(ministry.received())
                .singleElement()
                .satisfies(message -> assertThat(message.messageId()).isEqualTo("530000-2023-06-1"));
        var officer = DESKS.get("officer");
        officer.open("/console/window?period=2023-06");
        assertThat(officer.text()).contains("第 1 次上报", "部里已回执");
        officer.open("/console/reminders?period=2023-06");
        assertThat(officer.browser().findElement(By.id("unit-530900")).getText())
                .as("what the unit did after the letter")
                .contains("→");
    }

    @Test
    @Order(7)
    void aUnitCorrectsItselfAndTheCorrectionTakesTheSameWay() throws Exception {
        var reporter = DESKS.get("reporter");
        reporter.open("/console/upload?period=2023-06");
        file(reporter, sheet(52), "临沧6月第二次更正.xlsx");
        reporter.press("报送");
        reporter.awaitText("已受理，第 3 版");
        assertThat(reporter.text()).contains("P-AFTER-FILING");

        var approver = DESKS.get("approver");
        approver.open(RETURN);
        assertThat(state(approver)).isEqualTo("待更正");
        assertThat(approver.text()).contains("此后 1 个单位有变化", "第 2 版 → 第 3 版", "第8项 51 → 52");
        approver.browser()
                .findElement(By.id("changes"))
                .findElement(By.tagName("h2"))
                .click();
        approver.inOrder("month-7-changes");
        approver.press("审核通过");
        approver.awaitText("更正已审核");
        var filer = DESKS.get("filer");
        filer.open(RETURN);
        filer.press("上报");
        acknowledged(filer);
        assertThat(ministry.received()).hasSize(2);
        assertThat(filer.text()).contains("530000-2023-06-1", "530000-2023-06-2");
        filer.inOrder("month-7-corrected");
        assertThat(window("530900")).contains("已更正");
    }

    private static void acknowledged(Reader filer) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            filer.open(RETURN);
            assertThat(state(filer)).isEqualTo("部里已回执");
        });
    }

    private static void openDesks(String administratorKey) throws Exception {
        var administrator = new Visitor(gateway.url());
        administrator.signIn(administratorKey);
        for (var role : List.of("reporter", "officer", "approver", "filer")) {
            var taken = now();
            var areas = role.equals("reporter") ? "530900" : "";
            var colleague = Colleague.joins(gateway, administrator, "desk-" + role, role, areas, taken);
            var reader = Reader.at(gateway.url(), folder.resolve("browser-" + role), true);
            reader.browser().manage().window().setSize(new Dimension(1366, 768));
            DESKS.put(role, reader);
            colleague.signsIn(reader, taken);
        }
    }

    /** By the gateway's clock. */
    private static Instant now() {
        return MORNING.plus(Duration.between(began, Instant.now()));
    }

    private static MinistrySandbox ministry(Path keys) throws IOException {
        var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING));
        var authority = DevelopmentAuthority.create(keys, clock, new SecureRandom());
        var desk = new MinistryDesk(
                new SealVerifier(authority.gateway().certificate()),
                authority.issue("ministry", "Ministry sandbox", Use.MINISTRY).signer(),
                authority.issue("stranger", "Nobody in particular").signer(),
                clock);
        return MinistrySandbox.start(
                desk, new Script(List.of(new Behaviour.Error(503), new Behaviour.LoseAcknowledgement())), 0);
    }

    private static void push(String month, byte[] content) throws Exception {
        var wire = new Wire(gateway.url());
        var path = "/api/v1/submissions?dataset=monthly-return&period=" + month;
        var answer = wire.send(wire.request(path, platform, "Content-Type", MediaType.JSON.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
    }

    private static byte[] lincangInMay() throws IOException {
        return Files.readString(Path.of("mappings/official/samples/2023-06-lincang.expected.json"))
                .replace("2023-06", "2023-05")
                .replace("\"13\": 700", "\"13\": 600")
                .replace("\"5\": 118", "\"5\": 60")
                .replace("\"6\": 95", "\"6\": 50")
                .replace("\"7\": 83", "\"7\": 40")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The unit's sheet with another figure 8 in its total. */
    private static byte[] sheet(int ended) throws IOException {
        try (var workbook = new XSSFWorkbook(Files.newInputStream(SHEET));
                var bytes = new java.io.ByteArrayOutputStream()) {
            workbook.getSheet("汇总表").getRow(9).getCell(8).setCellValue(ended);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void file(Reader reader, byte[] content, String name) throws IOException {
        var path = Files.write(Files.createDirectories(folder.resolve("desk")).resolve(name), content);
        reader.browser().findElement(By.id("file")).sendKeys(path.toString());
    }

    private static void explain(Reader reader, String rule, String reason, String words) {
        reader.choose("reason." + rule, reason);
        reader.type("text." + rule, words);
    }

    private static String state(Reader reader) {
        return reader.browser().findElement(By.id("month-state")).getText();
    }

    private static String windowText() {
        var officer = DESKS.get("officer");
        officer.open("/console/window?period=2023-06");
        return officer.text();
    }

    private static String window(String unit) {
        windowText();
        return row(DESKS.get("officer"), unit);
    }

    private static String row(Reader reader, String unit) {
        return reader.browser()
                .findElement(By.xpath("//table[@class='senders']//tr[contains(., '" + unit + "')]"))
                .getText();
    }
}
