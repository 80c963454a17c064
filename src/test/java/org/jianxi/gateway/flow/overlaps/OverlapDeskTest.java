package org.jianxi.gateway.flow.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.Subscriptions;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.flow.inquiries.InquiryDesk.Ended;
import org.jianxi.gateway.flow.inquiries.WrittenClosing;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.Inquiry.State;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.inquiries.InquiryList.Wanted;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDeliveries.Scope;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.overlaps.OverlapKind;
import org.jianxi.gateway.overlaps.Overlaps;
import org.jianxi.gateway.records.RecordFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 人社部发〔2023〕27号 三(三): one person in two placements at once is found by token, and both sides close it. */
class OverlapDeskTest {

    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final String ANNA = number("53010220010315002");
    private static final String BERTA = number("53010220020416004");

    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2023-07-10T02:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource source = database.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(source);
    private final InquiryList list = new InquiryList(named, Overlaps.MATTER);

    @TempDir
    private Path folder;

    private RecordFixture records;

    @BeforeEach
    void oneTraineeOfTwoUnits() throws IOException {
        records = new RecordFixture(database, folder.resolve("people"));
        var folders = Files.createDirectories(folder.resolve("mappings/kunming"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), folder.resolve("schemas/source.schema.json"));
        Files.writeString(folders.resolve("source.yaml"), """
                source: kunming
                title: {zh: 昆明, en: Kunming}
                senders: ["530100", "530300"]
                door: {kind: http-push}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 就业科
                webhook: {url: 'https://kunming.example/', secret: env:HOOK, events: [overlap]}
                """);
        records.accepted("k", "trainees", "530100", trainee("T-1", ANNA), trainee("T-2", BERTA));
        records.accepted("q", "trainees", "530300", trainee("X-9", ANNA));
    }

    @Test
    void clause33_twoPrefecturesAreAskedUnderOneNumberEachWithItsOwnRecord() {
        twoAtOnce();
        at(MONDAY).look();

        var found = only();
        assertThat(found.kind()).isEqualTo(OverlapKind.TWO_PREFECTURES.kind());
        assertThat(found.dueOn()).isEqualTo(LocalDate.parse("2023-07-21"));
        assertThat(found.sides()).extracting(Inquiry.Side::sender).containsExactly(KUNMING, QUJING);
        assertThat(found.sides()).allMatch(one -> one.evidence().size() == 1);
        assertThat(told()).containsExactlyInAnyOrder("overlap.found 530100", "overlap.found 530300");
        assertThat(jdbc.sql("select string_agg(convert_from(body, 'UTF8'), '') from notice")
                        .query(String.class)
                        .single())
                .doesNotContain(ANNA)
                .doesNotContain("安娜");
    }

    @Test
    void clause33_theCaseClosesWhenBothSidesHaveAndNotBefore() {
        twoAtOnce();
        var desk = at(MONDAY);
        desk.look();
        var number = only().number();

        assertThat(close(desk, number, KUNMING)).isInstanceOf(Ended.Done.class);
        assertThat(only().state()).isEqualTo(State.OPEN);
        assertThat(only().waitingFor()).containsExactly(QUJING);
        assertThat(rules(close(desk, number, KUNMING))).containsExactly("P-OVERLAP-STATE");
        assertThat(close(desk, number, QUJING)).isInstanceOf(Ended.Done.class);
        assertThat(only().state()).isEqualTo(State.CLOSED);
        assertThat(told()).contains("overlap.closed 530100", "overlap.closed 530300");
        assertThat(jdbc.sql("select action from audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly("overlap-found", "overlap-closed-by-side", "overlap-closed-by-side");
    }

    @Test
    void whatIsWrittenIsSealedAndWhatMayNotStandSaysWhy() {
        twoAtOnce();
        var desk = at(MONDAY);
        desk.look();
        var number = only().number();

        assertThat(rules(desk.close(number, new WrittenClosing(KUNMING, "whatever", "好"), "kunming", false)))
                .containsExactly("P-OVERLAP-OUTCOME", "P-OVERLAP-TEXT");
        assertThat(desk.close(number, new WrittenClosing(new Sender("532500"), "agreed", "经批准延长"), "honghe", false))
                .isInstanceOf(Ended.NotThere.class);
        assertThat(desk.close(number, new WrittenClosing(KUNMING, "agreed", "经批准延长"), "kunming", true))
                .isInstanceOf(Ended.Done.class);
        assertThat(only().waitingFor()).hasSize(2);
        close(desk, number, KUNMING);
        var words =
                jdbc.sql("select words from inquiry_act").query(byte[].class).single();
        assertThat(new String(words, StandardCharsets.UTF_8)).doesNotContain("核对");
    }

    @Test
    void correctedDaysMakeTheCaseLapseWithItsReason() {
        twoAtOnce();
        at(MONDAY).look();
        records.accepted("p2", "placements", "530300", placement("P-9", "X-9", "2023-09-01", "2023-12-31"));
        at(MONDAY).look();

        assertThat(only().state()).isEqualTo(State.LAPSED);
        assertThat(only().lapse().orElseThrow().reason()).isEqualTo("days-corrected");
        assertThat(told()).contains("overlap.lapsed 530100", "overlap.lapsed 530300");
    }

    @Test
    void aRecordThatIsGoneOrIsAnotherPersonsMakesTheCaseLapseToo() {
        twoAtOnce();
        at(MONDAY).look();
        records.accepted("q2", "trainees", "530300", trainee("X-9", number("53010220050718008")));
        at(MONDAY).look();

        assertThat(only().lapse().orElseThrow().reason()).isEqualTo("records-gone");
    }

    @Test
    void whatComesBackAfterALapseIsANewCaseAndWhatIsKnownIsNot() {
        twoAtOnce();
        at(MONDAY).look();
        at(MONDAY).look();
        assertThat(list.page(new Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.empty()), 10))
                .hasSize(1);
        records.accepted("p2", "placements", "530300", placement("P-9", "X-9", "2023-09-01", "2023-12-31"));
        at(MONDAY).look();
        records.accepted("p3", "placements", "530300", placement("P-9", "X-9", "2023-08-01", "2023-12-31"));
        at(MONDAY).look();

        assertThat(list.page(new Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.empty()), 10))
                .extracting(Inquiry::state)
                .containsExactly(State.OPEN, State.LAPSED);
    }

    @Test
    void aClosedCaseStaysClosedWhileTheRecordsStandAsTheyDid() {
        twoAtOnce();
        var desk = at(MONDAY);
        desk.look();
        close(desk, only().number(), KUNMING);
        close(desk, only().number(), QUJING);
        records.accepted("k2", "trainees", "530100", trainee("T-1", ANNA), trainee("T-2", BERTA));
        desk.look();

        assertThat(only().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void clause33_oneUnitTwiceIsAskedOnce() {
        records.accepted(
                "p",
                "placements",
                "530100",
                placement("P-1", "T-1", "2023-03-01", "2023-08-31"),
                placement("P-2", "T-1", "2023-06-01", "2023-12-31"),
                placement("P-3", "T-2", "2023-06-01", "2023-12-31"));
        var desk = at(MONDAY);
        desk.look();

        assertThat(only().kind()).isEqualTo(OverlapKind.AT_ONCE.kind());
        assertThat(only().side(KUNMING).orElseThrow().evidence()).hasSize(2);
        close(desk, only().number(), KUNMING);
        assertThat(only().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void clause33_moreThanTwelveMonthsInTwoPlacementsAreACase() {
        records.accepted("p", "placements", "530100", placement("P-1", "T-1", "2022-01-01", "2022-08-31"));
        records.accepted("p9", "placements", "530300", placement("P-9", "X-9", "2022-10-01", "2023-05-31"));
        at(MONDAY).look();

        assertThat(only().kind()).isEqualTo(OverlapKind.BEYOND_TWELVE_MONTHS.kind());
    }

    @Test
    void whoHasNotClosedIsRemindedOnWorkingDaysByDay() {
        twoAtOnce();
        at(MONDAY).look();
        close(at(MONDAY), only().number(), KUNMING);
        at(Instant.parse("2023-07-17T02:00:00Z")).look();
        at(Instant.parse("2023-07-18T20:00:00Z")).look();
        assertThat(told()).noneMatch(one -> one.contains("due-soon"));
        at(Instant.parse("2023-07-18T02:00:00Z")).look();
        at(Instant.parse("2023-07-19T02:00:00Z")).look();
        at(Instant.parse("2023-07-22T02:00:00Z")).look();
        at(Instant.parse("2023-07-24T02:00:00Z")).look();

        assertThat(told())
                .filteredOn(one -> one.contains("due"))
                .containsExactlyInAnyOrder("overlap.due-soon 530300", "overlap.overdue 530300");
    }

    @Test
    void aUnitSeesTheCasesItIsASideOf() {
        twoAtOnce();
        at(MONDAY).look();

        assertThat(list.page(new Wanted(List.of(KUNMING), Optional.empty(), Optional.of("open"), Optional.empty()), 10))
                .hasSize(1);
        assertThat(list.page(
                        new Wanted(List.of(new Sender("532500")), Optional.empty(), Optional.empty(), Optional.empty()),
                        10))
                .isEmpty();
    }

    @Test
    void whatIsErasedOfAPlacementTakesItsDaysAlong() {
        twoAtOnce();
        jdbc.sql(
                        "update person_record set content = null, person_token = null, name_token = null, trainee_token = null where dataset = 'placements'")
                .update();

        assertThat(jdbc.sql("select count(*) from placement_span")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void twoAtOnce() {
        records.accepted("p1", "placements", "530100", placement("P-1", "T-1", "2023-03-01", "2023-08-31"));
        records.accepted("p9", "placements", "530300", placement("P-9", "X-9", "2023-06-01", "2023-12-31"));
    }

    private Ended close(InquiryDesk desk, long number, Sender sender) {
        return desk.close(number, new WrittenClosing(sender, "own-record-right", "已核对协议原件"), "system", false);
    }

    private InquiryDesk at(Instant now) {
        var board = new NoticeBoard(
                new NoticeOutbox(jdbc),
                new Subscriptions(SourceRegister.open(folder), new Secrets(name -> null, folder)),
                Duration.ofDays(3));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        return new InquiryDesk(
                OverlapConfiguration.asked(named),
                board,
                records.keys(),
                new CalendarFiles(Path.of("schemas/calendar")).read(),
                new InquiryDesk.Office(new Audit(jdbc), transaction, Clock.fixed(now, ZoneOffset.UTC)));
    }

    private Inquiry only() {
        var all = list.page(new Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.empty()), 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> told() {
        return new NoticeDeliveries(jdbc, Duration.ofDays(3))
                .newest(Scope.ALL, Optional.empty(), 100).stream()
                        .map(one -> tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(one.notice().body()))
                        .map(one -> one.path("type").asString("") + " "
                                + one.at("/data/sender").asString(""))
                        .toList();
    }

    private static List<String> rules(Ended ended) {
        return switch (ended) {
            case Ended.Wrong wrong ->
                wrong.findings().stream().map(Finding::rule).toList();
            case Ended.NotNow notNow ->
                notNow.findings().stream().map(Finding::rule).toList();
            default -> List.of();
        };
    }

    private static Map<String, String> trainee(String id, String idNumber) {
        return Map.of("traineeId", id, "idNumber", idNumber, "name", "安娜");
    }

    private static Map<String, String> placement(String id, String trainee, String from, String until) {
        return Map.of("placementId", id, "traineeId", trainee, "startOn", from, "plannedEndOn", until);
    }

    private static String number(String first17) {
        return first17 + CheckDigits.citizen(first17);
    }
}
