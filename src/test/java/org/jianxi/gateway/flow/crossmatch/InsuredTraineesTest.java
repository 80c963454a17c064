package org.jianxi.gateway.flow.crossmatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.inquiries.Inquiries;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.NameDifferences.Outcome;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.jianxi.gateway.screening.InsuredInPost;
import org.jianxi.gateway.screening.InsuredInPost.Spell;
import org.jianxi.gateway.screening.Records;
import org.jianxi.gateway.screening.Screening;
import org.jianxi.gateway.screening.ScreeningTerms;
import org.jianxi.gateway.transport.files.ExtractDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** From an extract of the insured that was dropped into its folder to cases, and to nothing else. */
class InsuredTraineesTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final String KUNMING = "530100";
    private static final String UNIT = "91530100MA6K0000XX";
    private static final String QUJING = "530300";
    private static final RegistryRegister REGISTER =
            RegistryRegister.open(HOME.resolve("src/test/resources/screening"), HOME);
    private static final RegistrySettings REGISTRY =
            REGISTER.find(new RegistryName("insured")).orElseThrow();

    @TempDir
    private Path folder;

    private final List<String> rows = new ArrayList<>();
    private ComparedPeople people;
    private Records records;
    private NamedParameterJdbcTemplate jdbc;
    private ExtractOffice office;
    private ScreeningTerms terms = new ScreeningTerms(3, 1, Set.of());

    /** Each in post from the first of March to the end of August 2023, unless it says otherwise. */
    @BeforeEach
    void house() {
        people = new ComparedPeople(folder);
        jdbc = new NamedParameterJdbcTemplate(people.house.template);
        records = new Records(people.house.database, folder);
        records.unit(KUNMING, "A");
        records.unit(QUJING, "A");
        var names = new NameVariants(HOME.resolve("schemas/codes/name-variants.csv")).read();
        office = new ExtractOffice(
                people.house.jdbc,
                people.house.transaction,
                folder.resolve("registries"),
                () -> new Tokens(records.fixture().keys().tokens(), names),
                people.clock);
    }

    @Test
    void whoIsInsuredOnADayInPostIsAskedAboutAndNobodyElse() throws Exception {
        trainee(KUNMING, 1);
        insured(1, "2022-07-01", "");
        trainee(KUNMING, 2);
        insured(2, "2022-01-01", "2022-03-31");
        insured(2, "20230510", "20230620");
        trainee(QUJING, 3);
        insured(3, "2023/8/31", "9999-12-31");
        early(4);
        insured(4, "2023-05-01", "");
        // before the post and after it, and long ago
        trainee(KUNMING, 11);
        insured(11, "2022-07-01", "2023-02-28");
        insured(11, "2023-09-01", "");
        trainee(KUNMING, 12);
        insured(12, "2010-01-01", "2019-12-31");
        // rightly so: with the labour contract, or when the post is over
        early(13);
        insured(13, "2023-05-11", "");
        trainee(KUNMING, 14, "outcome", "RETAINED", "contractFrom", "2023-09-10");
        insured(14, "2023-08-31", "");
        trainee(KUNMING, 15, "status", "CANCELLED");
        insured(15, "2022-07-01", "");
        trainee(KUNMING, 16);
        // two rows that say no days
        insured(16, "", "");
        insured(16, "2023-06-01", "2023-05-01");
        records.deliver();

        var run = drop("参保_20230705.csv");

        assertThat(run.query().purpose()).isEqualTo("SCREENING");
        assertThat(run.results()).isEqualTo(Map.of(MatchResult.HIT, 8L, MatchResult.MISS, 2L));
        assertThat(look().opened())
                .extracting(this::named)
                .containsExactlyInAnyOrder(
                        Set.of("530100 trainees T1", "530100 placements P1"),
                        Set.of("530100 trainees T2", "530100 placements P2"),
                        Set.of("530300 trainees T3", "530300 placements P3"),
                        Set.of("530100 trainees T4", "530100 placements P4"));
        assertThat(cases()).extracting(one -> one.kind().wireName()).containsOnly("already-insured");
        assertThat(look().opened()).as("asked about once").isEmpty();
        assertThat(days("530100 placements P2"))
                .as("those in post alone")
                .containsExactly(new Spell(LocalDate.parse("2023-05-10"), Optional.of(LocalDate.parse("2023-06-20"))));
        assertThat(days("530300 placements P3"))
                .containsExactly(new Spell(LocalDate.parse("2023-08-31"), Optional.empty()));
        assertThat(office.standing(REGISTRY.name()).good().orElseThrow().unusable())
                .isEqualTo(2);
    }

    @Test
    void nobodyIsMarkedOpenedOrLiesInTheClear() throws Exception {
        trainee(KUNMING, 1);
        insured(1, "2022-07-01", "");
        records.deliver();
        drop("参保_20230705.csv");
        look();

        assertThat(count("hardship_mark")).isZero();
        assertThat(count("notice")).isZero();
        assertThat(people.looks()).as("an extract is asked by token").isEmpty();
        var person = new Person(1);
        for (var table : List.of(
                "match_answer",
                "match_run",
                "registry_extract",
                "registry_snapshot",
                "inquiry",
                "inquiry_record",
                "audit")) {
            assertThat(text(table)).isNotEmpty().doesNotContain(person.idNumber(), person.name(), UNIT);
        }
        assertThat(text("match_answer")).contains("[2022-07-01,)").contains("\"category\": null");
        try (var files = Files.walk(folder.resolve("registries"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain(person.idNumber(), person.name(), UNIT);
            }
        }
    }

    @Test
    void aCaseLapsesWithTheRegistrysNewerWordOrWithTheRecords() throws Exception {
        for (var number = 1; number <= 3; number++) {
            trainee(KUNMING, number);
            insured(number, "2022-07-01", "");
        }
        records.deliver();
        drop("参保_20230705.csv");
        look();

        rows.clear();
        insured(1, "2022-07-01", "2023-01-31");
        insured(3, "2022-07-01", "");
        insured(60, "2022-07-01", "");
        drop("参保_20230706.csv");
        assertThat(look().lapsed()).extracting(InsuredTraineesTest::reason).containsOnly("no-longer-insured");
        assertThat(open()).containsExactly(Set.of("530100 trainees T3", "530100 placements P3"));

        records.change(KUNMING, "placements", "P3", "startOn", "2022-03-01", "plannedEndOn", "2022-06-30");
        records.deliver();
        assertThat(look().lapsed()).extracting(InsuredTraineesTest::reason).containsExactly("records-corrected");
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsTurnedOffIsNotAskedAboutAndLapses() throws Exception {
        trainee(KUNMING, 1);
        insured(1, "2022-07-01", "");
        records.deliver();
        drop("参保_20230705.csv");
        assertThat(look().opened()).hasSize(1);

        terms = new ScreeningTerms(3, 1, Set.of("already-insured"));

        assertThat(look().lapsed()).extracting(InsuredTraineesTest::reason).containsExactly("no-longer-checked");
    }

    /** A person says whether it is the same; then it counts, and still nobody is marked. */
    @Test
    void anotherNameIsAQuestionFirst() throws Exception {
        trainee(KUNMING, 1);
        rows.add(new Person(1).idNumber() + ",欧阳另名," + UNIT + ",2022-07-01,");
        records.deliver();
        drop("参保_20230705.csv");
        assertThat(look().opened()).isEmpty();
        var asked = people.differences.page(REGISTRY.name(), true, 0, 10).getFirst();

        var desk = new DifferenceDesk(
                people.intake(),
                people.house.list,
                new Audit(people.house.jdbc),
                people.house.transaction,
                people.clock);
        assertThat(desk.close(REGISTRY, asked.id(), Outcome.SAME_PERSON, "office"))
                .isEqualTo(DifferenceDesk.Ended.DONE);

        assertThat(look().opened()).hasSize(1);
        assertThat(count("hardship_mark")).isZero();
    }

    @Test
    void theExampleOfThePageIsThisOne() throws Exception {
        assertThat(Files.readString(HOME.resolve("docs/screening.md")))
                .contains(Files.readString(HOME.resolve("src/test/resources/screening/insured/registry.yaml")));
    }

    private void trainee(String sender, int number, String... more) {
        var person = new Person(number);
        records.trainee(sender, "T" + number, "idNumber", person.idNumber(), "name", person.name());
        records.placement(sender, "P" + number, "A", "T" + number, more);
    }

    /** Retained by the unit on the eleventh of May. */
    private void early(int number) {
        trainee(
                KUNMING,
                number,
                "actualEndOn",
                "2023-05-10",
                "endKind",
                "EARLY_RETAINED",
                "outcome",
                "RETAINED",
                "contractFrom",
                "2023-05-11");
    }

    private void insured(int number, String from, String to) {
        var person = new Person(number);
        rows.add(String.join(",", person.idNumber(), person.name(), UNIT, from, to));
    }

    private MatchRun drop(String name) throws IOException {
        var door = new ExtractDoor(
                folder, new ExtractDesk(REGISTER, office, RowReview.NONE, new RunLock(dataSource())), System::nanoTime);
        door.sweep();
        var lines = new ArrayList<>(List.of("公民身份号码,姓名,参保单位统一社会信用代码,参保开始日期,参保终止日期"));
        lines.addAll(rows);
        var box = folder.resolve("extracts/insured");
        Files.write(box.resolve(name), lines, Charset.forName("GB18030"));
        Files.createFile(box.resolve(name + ".ok"));
        door.sweep();
        people.clock.forward(Duration.ofMinutes(1));
        return people.run(REGISTRY, office.open(REGISTRY.name()));
    }

    private DataSource dataSource() {
        return people.house.database.dataSource();
    }

    private Inquiries.Scanned look() {
        var screening = new Screening(jdbc, () -> terms);
        return Objects.requireNonNull(people.house.transaction.execute(status -> new Inquiries(jdbc, Screening.MATTER)
                .scan(screening, LocalDate.parse("2023-07-24"), people.clock.instant())));
    }

    private List<Inquiry> cases() {
        return new InquiryList(jdbc, Screening.MATTER)
                .page(new InquiryList.Wanted(List.of(), Optional.empty(), Optional.empty(), Optional.empty()), 100);
    }

    private List<Spell> days(String placement) {
        var one = cases().stream()
                .filter(each -> named(each).contains(placement))
                .findFirst()
                .orElseThrow();
        return new InsuredInPost(jdbc).of(one.kind(), one.evidence());
    }

    private List<Set<String>> open() {
        return cases().stream().filter(Inquiry::isOpen).map(this::named).toList();
    }

    private Set<String> named(Inquiry one) {
        return one.evidence().stream().map(records::named).collect(Collectors.toSet());
    }

    private static String reason(Inquiry one) {
        return one.lapse().orElseThrow().reason();
    }

    private long count(String table) {
        return people.house
                .jdbc
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private String text(String table) {
        return people.house
                .jdbc
                .sql("select coalesce(string_agg(to_jsonb(t)::text, ' '), '') from " + table + " t")
                .query(String.class)
                .single();
    }
}
