package org.jianxi.gateway.registries.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.registries.extracts.ExtractFixture.brought;
import static org.jianxi.gateway.registries.extracts.ExtractFixture.rows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For every rule an extract that breaks it. Each time the last good one answers as before, its age is told, and nobody's number is. */
class RefusedExtractTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Person LISTED = new Person(1);
    private static final String HEADER = "姓名,证件号码,与户主关系,户类型";

    @TempDir
    Path folder;

    private ExtractFixture office;
    private RegistrySettings registry;
    private KeptExtract good;

    @BeforeEach
    void aGoodOneIsInForce() throws Exception {
        office = new ExtractFixture(folder);
        registry = office.shipped("lifted-from-poverty");
        var outcome = office.take(registry, gb("脱贫_20230601.csv", people(1, 20)));
        good = ((ExtractOutcome.Taken) outcome).extract();
    }

    @AfterEach
    void theGoodOneStillAnswers() throws Exception {
        assertThat(office.office().standing(registry.name()).good()).contains(good);
        assertThat(good.age(LocalDate.of(2023, 7, 10))).isIn(9L, 39L);
        assertThat(office.asked(registry, LISTED)).extracting(Answer::result).containsExactly(MatchResult.HIT);
        try (var files = Files.list(office.snapshots().resolve(registry.name().value()))) {
            assertThat(files)
                    .as("nothing half-made is left")
                    .allMatch(file -> file.toString().endsWith(".snapshot"));
        }
    }

    @Test
    void fewerRowsThanTheLastOne() throws Exception {
        refused(gb("脱贫_20230701.csv", people(1, 15)), ExtractRule.TRUNCATED, "it has 15 rows, the last one 20");
    }

    /** The registry of low-income people says how many households it sends. */
    @Test
    void fewerRowsThanItSaysItself() throws Exception {
        var households = office.shipped("low-income");
        var fewer = office.xlsx("低收入_20230701.xlsx", workbook -> households(workbook, 3, "合计：共4户"));
        var lost = office.xlsx("低收入_20230702.xlsx", workbook -> households(workbook, 3, ""));
        var more = office.xlsx("低收入_20230703.xlsx", workbook -> households(workbook, 3, "合计：共2户"));

        assertThat(finding(households, fewer, ExtractRule.TRUNCATED)).contains("says 4 rows and has 3");
        assertThat(finding(households, lost, ExtractRule.TRUNCATED)).contains("count is missing");
        assertThat(finding(households, more, ExtractRule.DOUBLED)).contains("says 2 rows and has 3");
        assertThat(office.office().standing(households.name()).good()).isEmpty();
    }

    @Test
    void moreRowsThanTheLastOne() throws Exception {
        refused(gb("脱贫_20230701.csv", people(1, 31)), ExtractRule.DOUBLED, "it has 31 rows, the last one 20");
    }

    @Test
    void theSameFileOnceMoreUnderAnotherName() throws Exception {
        refused(
                Files.copy(folder.resolve("脱贫_20230601.csv"), folder.resolve("脱贫_20230701.csv")),
                ExtractRule.DOUBLED,
                "the very file");
    }

    @Test
    void theSameRowsTwice() throws Exception {
        var lines = new ArrayList<>(people(1, 12));
        lines.addAll(people(1, 12));
        refused(gb("脱贫_20230701.csv", lines), ExtractRule.DOUBLED, "12 of 24 entries say the very same");
    }

    @Test
    void anOlderDayAndTheSameDay() throws Exception {
        refused(gb("脱贫_20230531.csv", people(1, 21)), ExtractRule.OLD, "not after 2023-06-01");
        refused(gb("脱贫_20230601.csv", people(1, 21)), ExtractRule.OLD, "not after 2023-06-01");
    }

    @Test
    void aDayBeyondItsValidity() throws Exception {
        var other = office.shipped("disability");
        var file = office.xls(
                "残疾20220601.xls",
                workbook -> rows(workbook, "表", 1, List.of(List.of("名册"), List.of("残疾人证号", "姓名"), List.of("x", "y"))));

        assertThat(finding(other, file, ExtractRule.OLD)).contains("365 days of validity");
    }

    @Test
    void noDayAndADayToCome() throws Exception {
        refused(gb("脱贫.csv", people(1, 21)), ExtractRule.DATE, "nothing says");
        refused(gb("脱贫_20230711.csv", people(1, 22)), ExtractRule.DATE, "is to come");
    }

    @Test
    void anotherEncodingThanAgreed() throws Exception {
        var utf8 = office.csv("脱贫_20230701.csv", StandardCharsets.UTF_8, with(HEADER, people(1, 20)));

        refused(utf8, ExtractRule.ENCODING, "GB18030 but the file is in UTF-8");

        var registryOfUtf8 = office.described("""
                format: csv
                members:
                  - {idNumber: 证件号码, name: 姓名}
                category: {const: 特困}
                """);
        var gb = gb("二.csv", people(1, 20));
        assertThat(findingOn("2023-07-01", registryOfUtf8, gb, ExtractRule.ENCODING))
                .contains("UTF-8");
    }

    @Test
    void noHeaderAndNoSheet() throws Exception {
        var households = office.shipped("low-income");
        var headless = office.xlsx(
                "低收入_20230701.xlsx", workbook -> rows(workbook, "低保家庭", 1, List.of(List.of("甲"), List.of("乙"))));
        var hidden = office.xlsx("低收入_20230702.xlsx", workbook -> {
            rows(workbook, "说明", 1, List.of(List.of("甲")));
            rows(workbook, "低保家庭", 1, List.of(List.of("家庭编号")));
            workbook.setSheetHidden(1, true);
        });

        assertThat(finding(households, headless, ExtractRule.HEADER)).contains("家庭编号");
        assertThat(finding(households, hidden, ExtractRule.HEADER)).contains("No visible sheet");
    }

    @Test
    void aColumnIsMissingOrThereTwice() throws Exception {
        refused(
                office.csv("脱贫_20230701.csv", GB18030, with("姓名,身份证,与户主关系,户类型", people(1, 20))),
                ExtractRule.COLUMN,
                "证件号码");
        refused(
                office.csv("脱贫_20230702.csv", GB18030, with("姓名,证件号码,户类型,户类型", people(1, 20))),
                ExtractRule.COLUMN,
                "户类型");
    }

    @Test
    void aColumnOfCategoriesThatHoldsNone() throws Exception {
        var lines = IntStream.range(0, 20)
                .mapToObj(number -> line(new Person(number), "户主", "长".repeat(100)))
                .toList();
        refused(gb("脱贫_20230701.csv", lines), ExtractRule.COLUMN, "holds none");
    }

    @Test
    void tooManyRowsWithoutANumber() throws Exception {
        var lines = new ArrayList<>(people(1, 8));
        IntStream.range(0, 12).forEach(number -> lines.add("某人,53012319900307%04d,户主,脱贫户".formatted(number)));
        refused(gb("脱贫_20230701.csv", lines), ExtractRule.NUMBERS, "12 of 20 rows");
    }

    @Test
    void aHeaderAndNobodyBelowItAndNothingAtAll() throws Exception {
        refused(gb("脱贫_20230701.csv", List.of()), ExtractRule.EMPTY, "no row");
        refused(Files.createFile(folder.resolve("脱贫_20230702.csv")), ExtractRule.EMPTY, "empty");
    }

    @Test
    void largerThanWhatIsRead() throws Exception {
        var file = gb("脱贫_20230701.csv", people(1, 21));
        var bytes = new ExtractIntake(office.office(), new ExtractLimits(100, 100, 1_000), RowReview.NONE)
                .take(registry, brought(file));
        var rows = new ExtractIntake(office.office(), new ExtractLimits(10_000, 100, 10), RowReview.NONE)
                .take(registry, brought(file));

        assertThat(rules(bytes)).containsExactly(ExtractRule.LARGE.id());
        assertThat(rules(rows)).containsExactly(ExtractRule.LARGE.id());
    }

    @Test
    void damagedProtectedOrOfAnotherFormat() throws Exception {
        var workbooks = office.shipped("disability");
        var csv = gb("残疾20230701.xls", people(1, 20));
        var cut = office.xls(
                "残疾20230702.xls",
                workbook -> rows(workbook, "表", 1, List.of(List.of("名册"), List.of("残疾人证号", "姓名"), List.of("x", "y"))));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 1_500));

        finding(workbooks, csv, ExtractRule.FILE);
        finding(workbooks, cut, ExtractRule.FILE);
        finding(office.shipped("low-income"), Files.copy(csv, folder.resolve("低收入_20230701.xlsx")), ExtractRule.FILE);
    }

    @Test
    void cutOffInTheMiddleOfARow() throws Exception {
        var file = gb("脱贫_20230701.csv", people(1, 21));
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));

        refused(file, ExtractRule.TRUNCATED, "in the middle of a row");
    }

    @Test
    void aFieldOfACsvThatNeverEnds() throws Exception {
        var lines = new ArrayList<>(people(1, 20));
        lines.add("\"" + "某".repeat(200_000));
        refused(gb("脱贫_20230701.csv", lines), ExtractRule.FILE, "not CSV");
    }

    private void refused(Path file, ExtractRule rule, String what) throws IOException {
        assertThat(finding(registry, file, rule)).contains(what);
        var since = office.office().standing(registry.name()).refused().orElseThrow();
        assertThat(since.rule()).isEqualTo(rule.id());
        assertThat(since.reason().en()).contains(what).endsWith(rule.remedy().en());
    }

    private String finding(RegistrySettings of, Path file, ExtractRule rule) throws IOException {
        return told(office.take(of, file), rule);
    }

    private String findingOn(String day, RegistrySettings of, Path file, ExtractRule rule) throws IOException {
        var brought = new BroughtExtract(file, Optional.of(LocalDate.parse(day)), "office", Optional.empty());
        return told(office.office().intake().take(of, brought), rule);
    }

    private static String told(ExtractOutcome outcome, ExtractRule rule) {
        assertThat(rules(outcome)).containsExactly(rule.id());
        var finding = ((ExtractOutcome.Refused) outcome).findings().getFirst();
        assertThat(finding.message().zh()).endsWith(rule.remedy().zh());
        return finding.message().en();
    }

    private static List<String> rules(ExtractOutcome outcome) {
        assertThat(outcome).isInstanceOf(ExtractOutcome.Refused.class);
        var findings = ((ExtractOutcome.Refused) outcome).findings();
        assertThat(findings.toString()).doesNotContain(LISTED.idNumber(), LISTED.name());
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void whatIsUnlikeTheLastOneIsTakenWithAReasonThatIsWrittenDown() throws Exception {
        var file = gb("脱贫_20230701.csv", people(1, 15));
        var brought = new BroughtExtract(file, Optional.empty(), "office", Optional.of("年度复核清退"));

        var taken = (ExtractOutcome.Taken) office.office().intake().take(registry, brought);

        good = taken.extract();
        assertThat(JdbcClient.create(office.database().dataSource())
                        .sql("select override from registry_extract order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("年度复核清退");
        assertThat(good.rows()).isEqualTo(15);
        assertThat(good.changed()).isEqualTo(5);
    }

    private static void households(Workbook workbook, int count, String below) {
        var lines = new ArrayList<>(List.of(
                List.of("家庭编号", "户主", "户主", "成员一", "成员一", "成员一", "成员二", "成员二", "成员二", "救助类别"),
                List.of("", "姓名", "身份证号", "姓名", "身份证号", "与户主关系", "姓名", "身份证号", "与户主关系", "")));
        for (var number = 0; number < count; number++) {
            var head = new Person(number);
            lines.add(List.of("J" + number, head.name(), head.idNumber(), "", "", "", "", "", "", "特困人员"));
        }
        if (!below.isEmpty()) {
            lines.add(List.of(below));
        }
        rows(workbook, "低保家庭", 1, lines);
    }

    private static List<String> people(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> line(new Person(number), "户主", "脱贫户（享受政策）"))
                .toList();
    }

    private static String line(Person person, String relation, String category) {
        return String.join(",", person.name(), person.idNumber(), relation, category);
    }

    private Path gb(String name, List<String> lines) throws IOException {
        return office.csv(name, GB18030, with(HEADER, lines));
    }

    private static String[] with(String header, List<String> lines) {
        var all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return all.toArray(String[]::new);
    }
}
