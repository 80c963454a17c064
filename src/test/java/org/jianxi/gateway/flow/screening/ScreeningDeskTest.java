package org.jianxi.gateway.flow.screening;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.Subscriptions;
import org.jianxi.gateway.flow.inquiries.InquiryDesk;
import org.jianxi.gateway.flow.inquiries.InquiryDesk.Ended;
import org.jianxi.gateway.flow.inquiries.InquiryReading;
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
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.screening.Records;
import org.jianxi.gateway.screening.Screening;
import org.jianxi.gateway.screening.ScreeningTerms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 人社部发〔2023〕27号 四(二): what looks like a false claim is asked of each side, once, and goes when the records are corrected. */
class ScreeningDeskTest {

    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final String SHARED = "13900000001";

    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2023-07-10T02:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(database.dataSource());
    private final InquiryList list = new InquiryList(named, Screening.MATTER);
    private ScreeningTerms terms = new ScreeningTerms(3, 1, Set.of());
    private Records records;

    @TempDir
    private Path folder;

    @BeforeEach
    void fourTraineesOfTwoOfficesWithOneMobile() throws Exception {
        var source = Files.createDirectories(folder.resolve("mappings/kunming"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), folder.resolve("schemas/source.schema.json"));
        Files.writeString(source.resolve("source.yaml"), """
                source: kunming
                title: {zh: 昆明, en: Kunming}
                senders: ["530100", "530300"]
                door: {kind: http-push}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 就业科
                webhook: {url: 'https://kunming.example/', secret: env:HOOK, events: [screening]}
                """);
        records = new Records(database, folder);
        records.trainee("530100", "T1", "mobile", SHARED);
        records.trainee("530100", "T2", "mobile", SHARED);
        records.trainee("530100", "T3", "mobile", SHARED);
        records.trainee("530300", "T4", "mobile", SHARED);
        records.deliver();
    }

    @Test
    void everySideIsAskedUnderOneNumberWithTenWorkingDays() {
        desk().look();

        var one = only();
        assertThat(one.kind().wireName()).isEqualTo("shared-mobile");
        assertThat(one.kind().clause()).contains("四(二)");
        assertThat(one.dueOn()).isEqualTo(LocalDate.parse("2023-07-21"));
        assertThat(one.sides()).extracting(Inquiry.Side::sender).containsExactly(KUNMING, QUJING);
        assertThat(one.side(KUNMING).orElseThrow().evidence()).hasSize(3);
        assertThat(one.evidence()).extracting(records::named).containsOnlyOnce("530300 trainees T4");
        assertThat(told()).containsExactlyInAnyOrder("screening.found 530100", "screening.found 530300");
        assertThat(jdbc.sql("select string_agg(convert_from(body, 'UTF8'), '') from notice")
                        .query(String.class)
                        .single())
                .contains("/api/v1/screenings/" + one.number())
                .doesNotContain(SHARED)
                .doesNotContain("人530100T1");
    }

    @Test
    void theSameEvidenceOpensNoSecondInquiryHoweverOftenItIsDelivered() {
        desk().look();
        desk().look();
        records.deliver();
        desk().look();

        assertThat(only().state()).isEqualTo(State.OPEN);
        assertThat(told()).hasSize(2);
    }

    @Test
    void itClosesWhenEverySideHasSaidWhatItFoundAndIsNotAskedAgain() {
        desk().look();
        var number = only().number();

        assertThat(close(number, KUNMING, "own-record-right")).isInstanceOf(Ended.Done.class);
        assertThat(only().isOpen()).isTrue();
        assertThat(rules(close(number, KUNMING, "own-record-right"))).containsExactly("P-SCREENING-STATE");
        assertThat(rules(desk().close(number, new WrittenClosing(QUJING, "agreed", "好"), "q", false)))
                .containsExactly("P-SCREENING-OUTCOME", "P-SCREENING-TEXT");
        assertThat(close(number, QUJING, "as-it-seems")).isInstanceOf(Ended.Done.class);
        assertThat(only().state()).isEqualTo(State.CLOSED);
        var words = jdbc.sql("select words from inquiry_act where words is not null limit 1")
                .query(byte[].class)
                .single();
        assertThat(new String(words, StandardCharsets.UTF_8)).doesNotContain("核对");
        assertThat(jdbc.sql("select action from audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly("screening-found", "screening-closed-by-side", "screening-closed-by-side");

        records.deliver();
        desk().look();
        assertThat(only().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void correctedRecordsMakeItLapseAndWhatComesBackIsNew() {
        desk().look();
        records.change("530300", "trainees", "T4", "mobile", "13900000004");
        records.deliver();
        desk().look();
        assertThat(only().lapse().orElseThrow().reason()).isEqualTo("records-corrected");

        records.change("530300", "trainees", "T4", "mobile", SHARED);
        records.deliver();
        desk().look();
        assertThat(all()).extracting(Inquiry::state).containsExactly(State.OPEN, State.LAPSED);
    }

    @Test
    void recordsThatAreGoneMakeItLapse() {
        desk().look();
        records.remove("530100", "trainees", "T3");
        records.deliver();
        desk().look();

        assertThat(only().lapse().orElseThrow().reason()).isEqualTo("records-gone");
    }

    @Test
    void moreOfTheSameIsAskedUnderANewNumberAndFewerUnderTheOld() {
        records.trainee("530300", "T5", "mobile", SHARED);
        records.deliver();
        desk().look();
        var five = only().number();
        records.change("530300", "trainees", "T5", "mobile", "");
        records.deliver();
        desk().look();
        assertThat(only().isOpen()).isTrue();

        records.trainee("530300", "T5", "mobile", SHARED);
        records.trainee("530300", "T6", "mobile", SHARED);
        records.deliver();
        desk().look();
        assertThat(all()).extracting(Inquiry::state).containsExactly(State.OPEN, State.LAPSED);
        assertThat(list.find(five).orElseThrow().lapse().orElseThrow().reason()).isEqualTo("more-found");
    }

    @Test
    void aCheckThatIsTurnedOffLetsGoOfWhatItFound() {
        desk().look();
        terms = new ScreeningTerms(3, 1, Set.of("shared-mobile"));
        desk().look();

        assertThat(only().lapse().orElseThrow().reason()).isEqualTo("no-longer-checked");
    }

    /** Looking is written down, and a unit opens its own side alone. */
    @Test
    void whoSaysWhatForSeesTheRecordsOfTheSidesThatAreTheirs() {
        desk().look();
        var number = only().number();
        close(number, KUNMING, "own-record-right");
        close(number, QUJING, "as-it-seems");

        var office = read(List.of());
        assertThat(office.records()).hasSize(4).allMatch(one -> one.content().isPresent());
        assertThat(office.said()).extracting(InquiryReading.Said::sender).containsExactly(KUNMING, QUJING);
        assertThat(office.said()).extracting(InquiryReading.Said::text).containsOnly("已核对登记原件");
        var qujing = read(List.of(QUJING));
        assertThat(qujing.records())
                .singleElement()
                .satisfies(one -> assertThat(one.content())
                        .hasValueSatisfying(text -> assertThat(text).contains("人530300T4")));
        assertThat(qujing.said()).extracting(InquiryReading.Said::sender).containsExactly(QUJING);
        assertThat(jdbc.sql("select count(*) from person_look where actor = 'officer' and purpose = '核对疑点'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        assertThat(jdbc.sql("select object from audit where action = 'screening-read'")
                        .query(String.class)
                        .list())
                .containsExactly("screening/" + number, "screening/" + number);
    }

    private InquiryReading.Opened read(List<Sender> own) {
        var reading = new InquiryReading(
                records.fixture().store(),
                records.fixture().looks(),
                records.fixture().keys(),
                office());
        return reading.open(list, only(), own, new LookReason("officer", "核对疑点", Optional.empty()));
    }

    @Test
    void theListIsByKindAndStateAndAUnitSeesItsOwn() {
        desk().look();
        var open = Optional.of("open");

        assertThat(page(List.of(), Optional.of("shared-mobile"), open)).hasSize(1);
        assertThat(page(List.of(), Optional.of("paid-twice"), open)).isEmpty();
        assertThat(page(List.of(QUJING), Optional.empty(), open)).hasSize(1);
        assertThat(page(List.of(new Sender("532500")), Optional.empty(), open)).isEmpty();
        assertThat(page(List.of(), Optional.empty(), Optional.of("closed"))).isEmpty();
    }

    private Ended close(long number, Sender sender, String outcome) {
        return desk().close(number, new WrittenClosing(sender, outcome, "已核对登记原件"), "system", false);
    }

    private InquiryDesk desk() {
        var board = new NoticeBoard(
                new NoticeOutbox(jdbc),
                new Subscriptions(SourceRegister.open(folder), new Secrets(name -> null, folder)),
                Duration.ofDays(3));
        return new InquiryDesk(
                ScreeningConfiguration.asked(named, () -> terms),
                board,
                records.fixture().keys(),
                new CalendarFiles(Path.of("schemas/calendar")).read(),
                office());
    }

    private InquiryDesk.Office office() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        return new InquiryDesk.Office(new Audit(jdbc), transaction, Clock.fixed(MONDAY, ZoneOffset.UTC));
    }

    private Inquiry only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Inquiry> all() {
        return page(List.of(), Optional.empty(), Optional.empty());
    }

    private List<Inquiry> page(List<Sender> senders, Optional<String> kind, Optional<String> state) {
        return list.page(new Wanted(senders, kind, state, Optional.empty()), 10);
    }

    private List<String> told() {
        return new NoticeDeliveries(jdbc, Duration.ofDays(3))
                .newest(Scope.ALL, Optional.empty(), 100).stream()
                        .map(one -> JsonMapper.shared().readTree(one.notice().body()))
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
}
