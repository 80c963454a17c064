package org.jianxi.gateway.registries.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.jianxi.gateway.registries.extracts.ExtractFixture.merge;
import static org.jianxi.gateway.registries.extracts.ExtractFixture.rows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.groups.Tuple;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extracts as offices send them, read, kept, and asked. */
class ExtractIntakeTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Person HEAD = new Person(1);
    private static final Person SPOUSE = new Person(2);
    private static final Person DAUGHTER = new Person(3);
    private static final Person STRANGER = new Person(4);

    @TempDir
    Path folder;

    private ExtractFixture office;

    @BeforeEach
    void open() {
        office = new ExtractFixture(folder);
    }

    @Test
    void anyMemberOfAHouseholdIsFoundWithWhatTheyAreInIt() throws Exception {
        var registry = office.shipped("low-income");
        var file = office.xlsx("低收入_20230630.xlsx", workbook -> {
            rows(
                    workbook,
                    "低保家庭表",
                    1,
                    List.of(
                            List.of("低收入人口名单"),
                            List.of("家庭编号", "户主", "", "成员一", "", "", "成员二", "", "", "救助类别"),
                            List.of("", "姓名", "身份证号", "姓名", "身份证号", "与户主关系", "姓名", "身份证号", "与户主关系", ""),
                            List.of(
                                    "J1",
                                    HEAD.name(),
                                    HEAD.idNumber(),
                                    SPOUSE.name(),
                                    SPOUSE.idNumber(),
                                    "配偶",
                                    DAUGHTER.name(),
                                    DAUGHTER.idNumber(),
                                    "之女",
                                    "城镇低保"),
                            List.of("共1户")));
            merge(workbook, "低保家庭表", "A2:A3");
            merge(workbook, "低保家庭表", "B2:C2");
            merge(workbook, "低保家庭表", "D2:F2");
            merge(workbook, "低保家庭表", "G2:I2");
            merge(workbook, "低保家庭表", "J2:J3");
        });

        var taken = taken(office.take(registry, file));

        assertThat(taken.extract().day()).isEqualTo(LocalDate.of(2023, 6, 30));
        assertThat(taken.extract().rows()).isEqualTo(1);
        assertThat(taken.extract().entries()).isEqualTo(3);
        assertThat(office.asked(registry, HEAD, SPOUSE, DAUGHTER, STRANGER))
                .extracting(Answer::result, Answer::said)
                .containsExactly(
                        hit("城市低保", "02"),
                        hit("城市低保", "10"),
                        hit("城市低保", "30"),
                        tuple(MatchResult.MISS, Optional.empty()));
    }

    @Test
    void aHeaderOfThreeRowsIsReadByItsWords() throws Exception {
        for (var format : List.of("xls", "xlsx")) {
            var registry = office.described("""
                    format: %s
                    sheet: 名单
                    header: {anchor: 序号, rows: 3}
                    members:
                      - {idNumber: 家庭/户主/身份证号, name: 家庭/户主/姓名, relation: '02'}
                      - {idNumber: 家庭/配偶/身份证号, name: 家庭/配偶/姓名, relation: '10'}
                    category: {const: 特困}
                    dateInName: '([0-9]{8})'
                    """.formatted(format));
            ExtractFixture.Sheets sheets = workbook -> {
                rows(
                        workbook,
                        "名单",
                        3,
                        List.of(
                                List.of("序号", "家庭"),
                                List.of("", "户主", "", "配偶"),
                                List.of("", "姓名", "身份证号", "姓名", "身份证号"),
                                List.of("1", HEAD.name(), HEAD.idNumber(), SPOUSE.name(), SPOUSE.idNumber())));
                merge(workbook, "名单", "A3:A5");
                merge(workbook, "名单", "B3:E3");
                merge(workbook, "名单", "B4:C4");
                merge(workbook, "名单", "D4:E4");
            };
            var day = format.equals("xls") ? "20230601" : "20230602";
            var file = format.equals("xls") ? office.xls(day + ".xls", sheets) : office.xlsx(day + ".xlsx", sheets);

            assertThat(taken(office.take(registry, file)).extract().entries()).isEqualTo(2);
            assertThat(office.asked(registry, SPOUSE))
                    .extracting(Answer::result, Answer::said)
                    .containsExactly(hit("特困", "10"));
        }
    }

    /** Several sheets, blank ones among them, the header in row 2 and a certificate's number that carries kind and level. */
    @Test
    void anOldWorkbookOfDisabilityCertificatesIsRead() throws Exception {
        var registry = office.shipped("disability");
        var file = office.xls("持证残疾人202305.xls", workbook -> {
            rows(
                    workbook,
                    "昆明",
                    1,
                    List.of(List.of("名册"), List.of("姓名", "残疾人证号"), List.of(HEAD.name(), HEAD.idNumber() + "43")));
            rows(
                    workbook,
                    "曲靖",
                    1,
                    List.of(List.of("名册"), List.of("残疾人证号", "姓名"), List.of(SPOUSE.idNumber() + "11B1", SPOUSE.name())));
            workbook.createSheet("Sheet3");
        });

        assertThat(taken(office.take(registry, file)).extract().day()).isEqualTo(LocalDate.of(2023, 5, 31));
        assertThat(office.asked(registry, HEAD, SPOUSE))
                .extracting(answer -> answer.said().orElseThrow())
                .containsExactly(
                        new Hardship("残疾", Optional.of("01"), Optional.of("4"), Optional.of("3")),
                        new Hardship("残疾", Optional.of("01"), Optional.of("1"), Optional.of("1")));
    }

    @Test
    void aFileInGb18030IsReadAndAnotherNameIsTold() throws Exception {
        var registry = office.shipped("lifted-from-poverty");
        var file = office.csv(
                "脱贫_20230701.csv",
                GB18030,
                "姓名,证件号码,与户主关系,户类型",
                HEAD.name() + "," + HEAD.idNumber() + ",户主,脱贫户（享受政策）",
                "别人," + SPOUSE.idNumber() + ",配偶,其他户");

        var taken = taken(office.take(registry, file));

        assertThat(taken.extract().changed()).isEqualTo(2);
        assertThat(office.asked(registry, HEAD, SPOUSE))
                .extracting(
                        Answer::result, answer -> answer.said().orElseThrow().category())
                .containsExactly(tuple(MatchResult.HIT, "脱贫户享受政策"), tuple(MatchResult.NAME_MISMATCH, "其他户"));
    }

    @Test
    void aNewerExtractTakesThePlaceOfTheLastAndTellsWhomItChanges() throws Exception {
        var registry = office.shipped("lifted-from-poverty");
        var first = taken(office.take(registry, list("脱贫_20230601.csv", HEAD, SPOUSE)));
        var second = taken(office.take(registry, list("脱贫_20230701.csv", HEAD, DAUGHTER)));

        assertThat(second.before()).contains(first.extract());
        assertThat(second.extract().changed()).isEqualTo(2);
        assertThat(office.asked(registry, HEAD, SPOUSE, DAUGHTER))
                .extracting(Answer::result)
                .containsExactly(MatchResult.HIT, MatchResult.MISS, MatchResult.HIT);
        var changed = office.office()
                .open(registry.name())
                .changedSince(first.extract().snapshot())
                .orElseThrow();
        assertThat(List.of(HEAD, SPOUSE, DAUGHTER, STRANGER))
                .extracting(one -> changed.test(ExtractFixture.ofRecord(one.idNumber(), one.name())))
                .containsExactly(false, true, true, false);
        assertThat(office.office().open(registry.name()).changedSince("of another way"))
                .as("where nobody can tell, everybody counts")
                .isEmpty();
    }

    @Test
    void onlyTheLastThreeSnapshotsAreKeptAndNoneHoldsANumber() throws Exception {
        var registry = office.shipped("lifted-from-poverty");
        for (var month = 1; month <= 6; month++) {
            taken(office.take(registry, list("脱贫_20230%d01.csv".formatted(month), HEAD, new Person(10 + month))));
        }

        try (var files = Files.list(office.snapshots().resolve("lifted-from-poverty"))) {
            var kept = files.toList();
            assertThat(kept).hasSize(3);
            for (var file : kept) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(HEAD.idNumber());
            }
        }
    }

    @Test
    void whatIsTriedOutLeavesNothing() throws Exception {
        var registry = office.shipped("lifted-from-poverty");
        var file = list("脱贫_20230601.csv", HEAD);

        var outcome = office.office().intake().tryOut(registry, ExtractFixture.brought(file));

        assertThat(taken(outcome).extract().rows()).isEqualTo(1);
        assertThat(office.office().standing(registry.name()))
                .isEqualTo(new ExtractStanding(Optional.empty(), Optional.empty()));
        try (var files = Files.list(office.snapshots().resolve("lifted-from-poverty"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatTheOfficeCountedInACsvIsNoPerson() throws Exception {
        var registry = office.described("""
                format: csv
                declaredRows: '共([0-9]+)人'
                members:
                  - {idNumber: 证件号码, name: 姓名}
                category: {const: 特困}
                dateInName: '([0-9]{8})'
                """);
        var utf8 = StandardCharsets.UTF_8;
        var file = office.csv("20230701.csv", utf8, "证件号码,姓名", HEAD.idNumber() + "," + HEAD.name(), "本表共1人", "制表人：某");

        assertThat(taken(office.take(registry, file)).extract().rows()).isEqualTo(1);
    }

    /** The other way to print a household: a row for each member, with what is said of all of them merged beside. */
    @Test
    void whatIsMergedOverAHouseholdMeansAllOfIt() throws Exception {
        for (var format : List.of("xls", "xlsx")) {
            var words = """
                    format: %s
                    sheet: 名单
                    header: {row: 1}
                    %s
                    members:
                      - {idNumber: 身份证号, name: 姓名}
                    category: {from: 类别}
                    dateInName: '([0-9]{8})'
                    """;
            ExtractFixture.Sheets sheets = workbook -> {
                rows(
                        workbook,
                        "名单",
                        1,
                        List.of(
                                List.of("户号", "类别", "姓名", "身份证号"),
                                List.of("J1", "城市低保", HEAD.name(), HEAD.idNumber()),
                                List.of("", "", SPOUSE.name(), SPOUSE.idNumber())));
                merge(workbook, "名单", "A2:A3");
                merge(workbook, "名单", "B2:B3");
            };
            var name = (format.equals("xls") ? "20230601." : "20230602.") + format;
            var file = format.equals("xls") ? office.xls(name, sheets) : office.xlsx(name, sheets);

            var unsaid = office.take(office.described(words.formatted(format, "")), file);
            assertThat(unsaid)
                    .isInstanceOfSatisfying(
                            ExtractOutcome.Refused.class,
                            refused -> assertThat(refused.findings()
                                            .getFirst()
                                            .message()
                                            .en())
                                    .contains("merged: fill"));
            var registry = office.described(words.formatted(format, "merged: fill"));
            taken(office.take(registry, file));
            assertThat(office.asked(registry, HEAD, SPOUSE))
                    .extracting(answer -> answer.said().orElseThrow().category())
                    .containsExactly("城市低保", "城市低保");
        }
    }

    @Test
    void ofTwoThatComeAtOnceOneIsTaken() throws Exception {
        var registry = office.shipped("lifted-from-poverty");
        var file = list("脱贫_20230601.csv", HEAD, SPOUSE);
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<ExtractOutcome>();
            for (var future : both.invokeAll(List.<Callable<ExtractOutcome>>of(
                    () -> office.take(registry, file), () -> office.take(registry, file)))) {
                outcomes.add(future.get());
            }

            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(ExtractOutcome.Taken.class)
                    .hasAtLeastOneElementOfType(ExtractOutcome.Refused.class);
        }
        assertThat(office.asked(registry, HEAD)).extracting(Answer::result).containsExactly(MatchResult.HIT);
    }

    @Test
    void whatAKilledProcessLeftHalfMadeGoesAfterADay() throws Exception {
        var registry = office.shipped("lifted-from-poverty");
        var box = Files.createDirectories(office.snapshots().resolve("lifted-from-poverty"));
        var left = Files.createDirectories(box.resolve(".snapshot7"));
        Files.createFile(left.resolve("0"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2023-07-08T00:00:00Z")));
        var underWay = Files.createFile(box.resolve(".extract8.new"));
        Files.setLastModifiedTime(underWay, FileTime.from(Instant.parse("2023-07-10T01:00:00Z")));

        taken(office.take(registry, list("脱贫_20230601.csv", HEAD)));

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    private Path list(String name, Person... people) throws IOException {
        var lines = new ArrayList<>(List.of("姓名,证件号码,与户主关系,户类型"));
        for (var one : people) {
            lines.add(one.name() + "," + one.idNumber() + ",户主,脱贫户（享受政策）");
        }
        return office.csv(name, GB18030, lines.toArray(String[]::new));
    }

    private static Tuple hit(String category, String relation) {
        return tuple(
                MatchResult.HIT,
                Optional.of(new Hardship(category, Optional.of(relation), Optional.empty(), Optional.empty())));
    }

    private static ExtractOutcome.Taken taken(ExtractOutcome outcome) {
        assertThat(outcome).isInstanceOf(ExtractOutcome.Taken.class);
        return (ExtractOutcome.Taken) outcome;
    }
}
