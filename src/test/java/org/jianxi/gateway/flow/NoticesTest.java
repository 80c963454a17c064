package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.flow.reminders.ProvinceReminder;
import org.jianxi.gateway.flow.reminders.ReminderLetters;
import org.jianxi.gateway.flow.reminders.Reminders;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDeliveries.Scope;
import org.jianxi.gateway.notices.Reminder;
import org.jianxi.gateway.notices.ReminderBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sources' own systems are told, and that it is written with the fact and never without it. */
class NoticesTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Period JUNE = Period.of("2023-06");
    private static final String TWO = "[\"530100\", \"530300\"]";

    @TempDir
    private Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() throws IOException {
        source("");
        gateway = new TestGateway(folder);
    }

    @Test
    void anAcceptedReturnIsToldToItsSourceWithoutAFigure() {
        var accepted = (Outcome.Accepted) gateway.push("530100", TestGateway.goodReturn("530100", 3127));

        var told = told();
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.path("type").asString()).isEqualTo("verdict.accepted");
            assertThat(one.path("timestamp").asString()).isEqualTo(TestGateway.NOW.toString());
            assertThat(one.at("/data/submission").asString()).isEqualTo(accepted.submissionId());
            assertThat(one.at("/data/revision").asInt()).isEqualTo(1);
            assertThat(one.at("/data/late").asBoolean()).isFalse();
            assertThat(one.toString()).doesNotContainPattern("\\b(3127|1873)\\b");
        });
    }

    @Test
    void aReturnedOneNamesItsRules() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127).replace("\"9\": 233", "\"9\": 833"));

        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.path("type").asString()).isEqualTo("verdict.rejected");
            assertThat(one.at("/data/errors").asInt()).isPositive();
            assertThat(one.at("/data/rules").toString()).contains("L-8");
        });
    }

    @Test
    void theSameReturnAgainIsNoNews() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));

        assertThat(told()).hasSize(1);
    }

    @Test
    void whatIsUndoneIsNotTold() {
        assertThatThrownBy(() -> gateway.transaction.executeWithoutResult(status -> {
                    gateway.push("530100", TestGateway.goodReturn("530100", 3127));
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");

        assertThat(told()).isEmpty();
    }

    @Test
    void whoTakesNoNoticesIsToldNothing() throws IOException {
        Files.delete(folder.resolve("mappings/kunming/source.yaml"));
        source("webhook: {url: 'https://kunming.example/', secret: env:HOOK, events: [reminder]}\n");
        gateway = new TestGateway(folder);
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));

        assertThat(told()).isEmpty();
    }

    @Test
    void aCorrectionIsToldToTheUnitThatCausedItAndToNoOther() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        gateway.push("530300", TestGateway.goodReturn("530300", 100));
        file();
        gateway.push("530300", TestGateway.goodReturn("530300", 101));
        file();

        assertThat(told())
                .filteredOn(one -> one.path("type").asString().startsWith("correction"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("type").asString()).isEqualTo("correction.filed");
                    assertThat(one.at("/data/sender").asString()).isEqualTo("530300");
                    assertThat(one.at("/data/corrects").asString()).isEqualTo("530000-2023-06-1");
                    assertThat(one.at("/data/number").asInt()).isEqualTo(1);
                    assertThat(one.at("/data/indicators").toString()).isEqualTo("[13]");
                    assertThat(one.at("/data/revision").asInt()).isEqualTo(2);
                });
    }

    @Test
    void whatTheOfficeDoesWithAUnitsReturnIsToldToTheUnitWithoutTheWords() {
        var accepted = (Outcome.Accepted) gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        var words = new WrittenReason("other", "请核实第13项后重新报送");
        gateway.sendingBack.sendBack(accepted.submissionId(), words, "officer-a");
        gateway.sendingBack.takeBack(accepted.submissionId(), "officer-a");
        gateway.sendingBack.sendBack(accepted.submissionId(), words, "officer-a");
        gateway.lateExceptions.record(JUNE, new Sender("530300"), LocalDate.parse("2023-07-10"), words, "officer-a");

        var told = told().stream()
                .filter(one -> one.path("type").asString().startsWith("office"))
                .toList();
        assertThat(told)
                .extracting(one -> one.path("type").asString() + " "
                        + one.at("/data/sender").asString())
                .containsExactly(
                        "office.returned 530100",
                        "office.return-undone 530100",
                        "office.returned 530100",
                        "office.late-exception 530300");
        assertThat(told).allSatisfy(one -> assertThat(one.toString()).doesNotContain("第13项", "officer-a"));
        assertThat(told.getFirst().at("/data/href").asString())
                .isEqualTo("/api/v1/submissions/" + accepted.submissionId());
    }

    @Test
    void aReturnThatTheMinistrySendsBackIsToldToThoseBehindIt() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        file();
        var filed = new FiledReturns(gateway.jdbc).latest(JUNE).orElseThrow();
        new CorrectionNotices(gateway.board, Clock.fixed(TestGateway.NOW, ZoneOffset.UTC)).returned(filed);

        assertThat(told())
                .filteredOn(one -> one.path("type").asString().equals("correction.returned"))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/data/sender").asString()).isEqualTo("530100"));
    }

    /** 1 and 2 July 2023 are a weekend: the deadline is Tuesday the 4th, the working day before it Monday the 3rd. */
    @Test
    void aMissingReturnIsRemindedOfOnceAtEachOfThreeMomentsByDayAndOnWorkingDays() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));

        remindAt("2023-07-02T02:00:00Z");
        assertThat(reminders()).isEmpty();
        remindAt("2023-07-02T23:59:59Z");
        assertThat(reminders()).isEmpty();
        remindAt("2023-07-03T00:00:00Z");
        remindAt("2023-07-03T09:00:00Z");
        assertThat(reminders()).containsExactly("reminder.due-soon 530300");
        remindAt("2023-07-04T11:59:00Z");
        remindAt("2023-07-04T12:00:00Z");
        assertThat(reminders()).containsExactly("reminder.due-soon 530300", "reminder.due-today 530300");
        remindAt("2023-07-04T16:00:01Z");
        assertThat(reminders()).hasSize(2);
        remindAt("2023-07-05T00:00:00Z");
        remindAt("2023-07-20T00:00:00Z");
        assertThat(reminders())
                .containsExactly("reminder.due-soon 530300", "reminder.due-today 530300", "reminder.overdue 530300");
    }

    @Test
    void whoseReturnWasSentBackIsRemindedToo() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127).replace("\"9\": 233", "\"9\": 833"));
        remindAt("2023-07-04T02:00:00Z");

        assertThat(reminders()).containsExactlyInAnyOrder("reminder.due-today 530100", "reminder.due-today 530300");
        assertThat(told())
                .filteredOn(one -> one.at("/data/sender").asString().equals("530100"))
                .last()
                .satisfies(one -> {
                    assertThat(one.at("/data/state").asString()).isEqualTo("rejected");
                    assertThat(one.at("/data/deadline").asString()).isEqualTo("2023-07-04");
                });
    }

    /** Wenshan has 1 to 3 April 2024 off, and the return of March is due on 2 April: it is reminded on Friday 29 March. */
    @Test
    void beforeALocalHolidayAUnitIsRemindedBeforeItAndNeverDuringIt() throws IOException {
        Files.delete(folder.resolve("mappings/kunming/source.yaml"));
        source("webhook: {url: 'https://kunming.example/', secret: env:HOOK}\n", "[\"532600\", \"530300\"]");
        gateway = new TestGateway(folder);

        remindAt("2024-03-28T02:00:00Z");
        assertThat(remindersOf("2024-03")).isEmpty();
        remindAt("2024-03-29T02:00:00Z");
        assertThat(remindersOf("2024-03")).containsExactly("reminder.due-soon 532600");
        remindAt("2024-04-01T02:00:00Z");
        assertThat(remindersOf("2024-03")).containsExactly("reminder.due-soon 532600", "reminder.due-soon 530300");
        remindAt("2024-04-02T02:00:00Z");
        assertThat(remindersOf("2024-03")).hasSize(4).contains("reminder.due-today 532600");
        remindAt("2024-04-03T02:00:00Z");
        assertThat(remindersOf("2024-03")).hasSize(5).contains("reminder.overdue 530300");
        remindAt("2024-04-07T02:00:00Z");
        assertThat(remindersOf("2024-03")).hasSize(6).contains("reminder.overdue 532600");
    }

    @Test
    void aRoleWithAMailboxIsWrittenToOnceAndTheLetterSaysWhatIsWrongAndNoFigure() throws IOException {
        contacts();
        gateway.push("530100", TestGateway.goodReturn("530100", 3127).replace("\"9\": 233", "\"9\": 833"));
        remindAt("2023-07-04T02:00:00Z");
        remindAt("2023-07-04T02:01:00Z");

        assertThat(letters("530100")).singleElement().satisfies(letter -> {
            assertThat(letter.addresses()).containsExactly("jyk@kunming.example");
            assertThat(letter.role()).isEqualTo("就业促进科");
            assertThat(letter.subject()).isEqualTo("【就业见习月报催报】昆明市 2023-06，截止 2023-07-04");
            assertThat(letter.body())
                    .contains("须于 2023-07-04 24:00 前报送省厅（云人社发〔2023〕18号 四）")
                    .contains("贵单位 2023-07-03 09:00 报送的报表有错误，已退回")
                    .contains("the last delivery was returned with errors")
                    .doesNotContain("3127", "833", "曲靖");
            assertThat(letter.giveUpAt()).isEqualTo(Instant.parse("2023-07-04T16:00:00Z"));
        });
    }

    /** The province's 5th working day for June 2023 is Friday 7 July. */
    @Test
    void theOfficeIsRemindedOfItsOwnReturnUntilTheMinistryHasAcknowledgedIt() throws IOException {
        contacts();
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        remindAt("2023-07-05T02:00:00Z");
        assertThat(letters("530000")).isEmpty();
        remindAt("2023-07-06T02:00:00Z");
        file();
        remindAt("2023-07-07T02:00:00Z");
        assertThat(letters("530000")).extracting(Reminder::stage).containsExactly("due-soon", "due-today");
        assertThat(letters("530000").getFirst().body()).contains("尚未上报；尚无已受理报表的单位 16 家");
        assertThat(letters("530000").getLast().body()).contains("已上报，尚未收到部里受理的回执");

        gateway.jdbc.sql("update outbox set state = 'acknowledged'").update();
        remindAt("2023-07-10T02:00:00Z");
        assertThat(letters("530000")).hasSize(2);
    }

    @Test
    void contactsThatAreWronglyWrittenWriteToNobodyAndSayWhere() throws IOException {
        contacts();
        var file = folder.resolve("contacts.yaml");
        Files.writeString(file, Files.readString(file).replace("role:", "person:"));

        var problem = new ContactFile(folder, folder).read().problem().orElseThrow();
        assertThat(problem.getMessage()).contains("contacts.yaml:").contains("person");
        remindAt("2023-07-04T02:00:00Z");
        assertThat(letters("530100")).isEmpty();
        Files.writeString(file, "mail: {smtp: {host: mail.example, port: 25, security: none}, from: a@b.example}\n");
        assertThat(new ContactFile(folder, folder)
                        .read()
                        .problem()
                        .orElseThrow()
                        .getMessage())
                .contains("a connection without TLS is for loopback addresses only");
    }

    private void contacts() throws IOException {
        Files.writeString(folder.resolve("contacts.yaml"), """
                office: {role: 就业促进与农民工工作处, mail: [office@province.example]}
                units:
                  '530100': {role: 就业促进科, mail: [jyk@kunming.example], phone: 0871-0000}
                """);
    }

    private List<Reminder> letters(String sender) {
        return new ReminderBook(gateway.jdbc)
                .of(JUNE).stream()
                        .map(ReminderBook.Entry::reminder)
                        .filter(one -> one.sender().code().equals(sender))
                        .toList();
    }

    private List<String> remindersOf(String period) {
        return told().stream()
                .filter(one -> one.at("/data/period").asString().equals(period))
                .map(one -> one.path("type").asString() + " "
                        + one.at("/data/sender").asString())
                .toList();
    }

    private void remindAt(String moment) {
        var clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
        var calendar = new CalendarFiles(HOME.resolve("schemas/calendar")).read();
        var windows = new Windows(gateway.ledger.submissions(), calendar, Divisions.reportingUnits(HOME), clock);
        var letters = new ReminderLetters(new ReminderBook(gateway.jdbc), new ContactFile(folder, folder));
        var status = new FilingStatus(
                new FiledReturns(gateway.jdbc), FilingStore.of(gateway.jdbc), new TypedAcknowledgements(gateway.jdbc));
        var ways =
                new Reminders.Ways(gateway.board, letters, new ProvinceReminder(status, letters, Duration.ofDays(3)));
        var units = Divisions.reportingUnits(HOME);
        new Reminders(windows, units, calendar, ways, gateway.transaction, clock).remind();
    }

    private List<String> reminders() {
        return told().stream()
                .filter(one -> one.path("type").asString().startsWith("reminder"))
                .map(one -> one.path("type").asString() + " "
                        + one.at("/data/sender").asString())
                .toList();
    }

    /** Oldest first. */
    private List<JsonNode> told() {
        return new NoticeDeliveries(gateway.jdbc, Duration.ofDays(3))
                .newest(Scope.ALL, Optional.empty(), 100).reversed().stream()
                        .map(one -> JsonMapper.shared().readTree(one.notice().body()))
                        .toList();
    }

    private void file() {
        gateway.monthEnd.approve(
                JUNE, "officer-a", gateway.provincial.standing(JUNE).gaps());
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
    }

    private void source(String webhook) throws IOException {
        source(webhook, TWO);
    }

    private void source(String webhook, String senders) throws IOException {
        var source = Files.createDirectories(folder.resolve("mappings/kunming"));
        Files.createDirectories(folder.resolve("schemas"));
        try (var files = Files.walk(HOME.resolve("schemas"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(HOME.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        Files.writeString(
                source.resolve("source.yaml"),
                """
                source: kunming
                title: {zh: 昆明, en: Kunming}
                senders: %s
                door: {kind: http-push}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 就业科
                %s""".formatted(
                        senders,
                        webhook.isEmpty() ? "webhook: {url: 'https://kunming.example/', secret: env:HOOK}\n" : webhook),
                StandardCharsets.UTF_8);
    }
}
