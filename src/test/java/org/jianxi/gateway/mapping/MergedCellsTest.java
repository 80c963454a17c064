package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.mapping.table.RowlessPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in one cell and is shown over several is lost for none of them without a word. */
class MergedCellsTest {

    private static final String START = """
            source: test
            dataset: placements
            format: xlsx
            sheet: 上岗
            header: {row: 1}
            """;
    private static final String FIELDS = """
            fields:
              unitId: 见习单位
              traineeId: 人员
              postId: 岗位
              agreementNo: 协议
            """;

    private final List<CanonicalRecord> records = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void withoutAWordTheRowsBelowAreBlankAndAFindingNamesTheRange() throws IOException {
        map("", roster("A2:A5"));

        assertThat(column("unitId")).containsExactly("甲厂", "-", "-", "-", "乙厂");
        var merged = merged();
        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().at().sheet()).isEqualTo("上岗");
        assertThat(merged.getFirst().at().cell()).isEqualTo("A2:A5");
        assertThat(merged.getFirst().severity()).hasToString("ERROR");
        assertThat(merged.getFirst().message().zh()).contains("见习单位", "A2:A5", "merged: {fill: [见习单位]}");
        assertThat(merged.getFirst().message().en()).contains("stands in A2", "merged: {fill: [见习单位]}");
    }

    @Test
    void fillMeansThatTheValueStandsForEveryRowOfTheRange() throws IOException {
        map("rows: {merged: fill}", roster("A2:A5", "C3:C4"));

        assertThat(column("unitId")).containsExactly("甲厂", "甲厂", "甲厂", "甲厂", "乙厂");
        assertThat(column("postId")).containsExactly("钳工", "电工", "电工", "车工", "焊工");
        assertThat(merged()).isEmpty();
    }

    @Test
    void aRowNumberedBehindMergedRowsHasItsOwnValueAgain() throws IOException {
        map("rows: {merged: {fill: [见习单位]}}", roster("A2:A3", "A4:A5"));

        assertThat(column("unitId")).containsExactly("甲厂", "甲厂", "-", "-", "乙厂");
        assertThat(merged()).as("A4 says nothing that could be lost").isEmpty();
    }

    @Test
    void columnsThatNobodySpokeForAreStillFindings() throws IOException {
        map("rows: {merged: {fill: 见习单位}}", roster("A2:A5", "C3:C4"));

        assertThat(column("postId")).containsExactly("钳工", "电工", "-", "车工", "焊工");
        assertThat(merged()).extracting(one -> one.at().cell()).containsExactly("C3:C4");
    }

    @Test
    void firstMeansThatTheOtherRowsAreBlankAndNothingIsLost() throws IOException {
        map(
                "rows: {merged: {fill: '*', first: [协议]}}",
                roster(
                        sheet -> {
                            sheet.getRow(3).getCell(3).setBlank();
                            sheet.getRow(4).getCell(3).setBlank();
                        },
                        "A2:A5",
                        "D2:D5"));

        assertThat(column("agreementNo")).containsExactly("协1", "-", "-", "-", "协5");
        assertThat(column("unitId")).containsExactly("甲厂", "甲厂", "甲厂", "甲厂", "乙厂");
        assertThat(merged()).isEmpty();
    }

    @Test
    void aValueIsNotCarriedToTheRightUnlessThatWasAsked() throws IOException {
        map("rows: {merged: fill}", roster("C3:D3"));

        assertThat(column("agreementNo")).containsExactly("协1", "-", "协3", "协4", "协5");
        assertThat(merged()).extracting(one -> one.at().cell()).containsExactly("C3:D3");
        assertThat(merged().getFirst().message().en()).contains("merged: {across: [协议]}");

        map("rows: {merged: {across: [协议]}}", roster("C3:D3"));
        assertThat(column("agreementNo")).containsExactly("协1", "电工", "协3", "协4", "协5");
        assertThat(merged()).isEmpty();
    }

    @Test
    void aColumnThatNoFieldReadsMayBeMerged() throws IOException {
        map("", roster("E2:E6"));

        assertThat(merged()).isEmpty();
    }

    @Test
    void aConditionThatAsksAMergedColumnIsToldOfItToo() throws IOException {
        map("rows: {where: \"r['备注'] != '作废'\"}", roster("E2:E6"));

        assertThat(merged()).extracting(one -> one.at().cell()).containsExactly("E2:E6");
    }

    @Test
    void aProgramThatWritesTheValueInEachRowAndMergesThemLosesNothing() throws IOException {
        map(
                "",
                roster(
                        sheet -> {
                            for (var row = 1; row < 5; row++) {
                                sheet.getRow(row).getCell(0).setCellValue("甲厂");
                            }
                        },
                        "A2:A5"));
        assertThat(column("unitId")).containsExactly("甲厂", "甲厂", "甲厂", "甲厂", "乙厂");
        assertThat(merged()).isEmpty();
    }

    @Test
    void aValueHiddenUnderMergedCellsIsToldOf() throws IOException {
        map("rows: {merged: fill}", roster(sheet -> sheet.getRow(2).getCell(0).setCellValue("旧厂"), "A2:A5"));

        assertThat(column("unitId")).startsWith("甲厂", "甲厂", "甲厂");
        assertThat(merged()).hasSize(1);
        assertThat(merged().getFirst().severity()).hasToString("WARNING");
        assertThat(merged().getFirst().message().zh()).doesNotContain("旧厂");
    }

    @Test
    void aTotalWrittenOverTwoRowsIsNoRecord() throws IOException {
        map(
                "rows: {merged: fill}",
                roster(
                        sheet -> {
                            row(sheet, 6, "合计", "5", "", "", "");
                            row(sheet, 7, "", "其中女3", "", "", "");
                        },
                        "A7:A8"));

        assertThat(records).hasSize(5);
    }

    @Test
    void aRowThatIsBlankButForMergedCellsIsNoRecord() throws IOException {
        map("rows: {merged: fill}", roster(sheet -> row(sheet, 6, "", "", "", "", ""), "A6:A7"));

        assertThat(records).hasSize(5);
    }

    @Test
    void aFixedCellSaysWhatIsSeenThere() throws IOException {
        map(
                "",
                START + "fields:\n  traineeId: 人员\n  unitId: {document: C9}\n",
                roster(sheet -> row(sheet, 8, "", "某单位", "", "", ""), "B9:D9"));

        assertThat(column("unitId").getFirst()).isEqualTo("某单位");
    }

    @Test
    void aJoinedTableIsFilledByItsOwnWord() throws IOException {
        var mapping = """
                source: test
                dataset: placements
                format: xlsx
                sheet: 名单
                header: {row: 1}
                join:
                  post: {sheet: 上岗, header: {row: 1}, on: {编号: 人员}%s}
                fields:
                  traineeId: 编号
                  unitId: {in: post, from: 见习单位}
                """;
        var content = roster(
                sheet -> {
                    var names = sheet.getWorkbook().createSheet("名单");
                    for (var name : List.of("编号", "T1", "T2", "T3", "T4", "T5")) {
                        names.createRow(names.getPhysicalNumberOfRows())
                                .createCell(0)
                                .setCellValue(name);
                    }
                },
                "A2:A5");

        map("", mapping.formatted(""), content);
        assertThat(column("unitId")).containsExactly("甲厂", "-", "-", "-", "乙厂");
        assertThat(merged()).extracting(one -> one.at().cell()).containsExactly("A2:A5");

        map("", mapping.formatted(", merged: fill"), content);
        assertThat(column("unitId")).containsExactly("甲厂", "甲厂", "甲厂", "甲厂", "乙厂");
        assertThat(merged()).isEmpty();
    }

    @Test
    void onlySheetsHaveMergedCells() {
        assertThatThrownBy(() -> LongRecords.mapping(
                        "source: test\ndataset: placements\nformat: csv\nheader: {row: 1}\nrows: {merged: fill}\n"
                                + FIELDS))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("only sheets have merged cells");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet xmlns='x'><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>END</worksheet>",
                "<w:worksheet xmlns:w='x'><w:sheetData><w:row/></w:sheetData>END</w:worksheet>",
                "<worksheet><sheetData/>END</worksheet>",
                "<worksheet><dimension ref='A1'/><sheetData >< row></row ></sheetData >END</worksheet>"
            })
    void aSheetWithoutItsRowsKeepsAllElse(String xml) throws IOException {
        var part = new RowlessPart(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        var left = new String(part.readAllBytes(), StandardCharsets.UTF_8);

        assertThat(left).contains("END").doesNotContain("row");
        assertThat(xml).startsWith(left.substring(0, left.indexOf("sheetData")));
        assertThat(xml).endsWith(left.substring(left.lastIndexOf("sheetData")));
    }

    private interface Change {
        void of(XSSFSheet sheet);
    }

    private static byte[] roster(String... merged) throws IOException {
        return roster(sheet -> {}, merged);
    }

    private static byte[] roster(Change change, String... merged) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("上岗");
            row(sheet, 0, "见习单位", "人员", "岗位", "协议", "备注");
            row(sheet, 1, "甲厂", "T1", "钳工", "协1", "在岗");
            row(sheet, 2, "", "T2", "电工", "", "");
            row(sheet, 3, "", "T3", "", "协3", "");
            row(sheet, 4, "", "T4", "车工", "协4", "");
            row(sheet, 5, "乙厂", "T5", "焊工", "协5", "");
            for (var range : merged) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(range));
            }
            change.of(sheet);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int number, String... cells) {
        var row = sheet.createRow(number);
        for (var column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }

    private void map(String words, byte[] content) {
        map(words, START + words + "\n" + FIELDS, content);
    }

    private void map(String words, String mapping, byte[] content) {
        records.clear();
        findings.clear();
        new RecordMapper()
                .map(
                        LongRecords.mapping(mapping),
                        new Content.InMemory(content),
                        new MappingContext(MediaType.XLSX, Optional.empty(), Optional.empty(), Home.UNITS),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord record) {
                                records.add(record);
                            }

                            @Override
                            public void finding(Finding finding) {
                                findings.add(finding);
                            }
                        });
    }

    private List<String> column(String field) {
        return records.stream().map(one -> one.text(field).orElse("-")).toList();
    }

    private List<Finding> merged() {
        return findings.stream().filter(one -> one.rule().equals("S-MERGED")).toList();
    }
}
