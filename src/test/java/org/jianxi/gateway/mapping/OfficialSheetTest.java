package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.forms.ReturnForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialSheetTest {

    private static final Object[] PLAIN = {"临沧市", 80, 2, 500, 20, 118, 100, 90, 41, 30, 25, 8, 3, 300, 1234.5};
    private static final Figures AS_TYPED = Figures.of(Map.ofEntries(
            Map.entry(1, 80L),
            Map.entry(2, 2L),
            Map.entry(3, 1500L),
            Map.entry(4, 20L),
            Map.entry(5, 118L),
            Map.entry(6, 100L),
            Map.entry(7, 90L),
            Map.entry(8, 41L),
            Map.entry(9, 30L),
            Map.entry(10, 25L),
            Map.entry(11, 8L),
            Map.entry(12, 0L),
            Map.entry(13, 300L),
            Map.entry(14, 1_234_500_000L)));

    private final MappingFile mapping = Home.mapping("official");

    @Test
    void whatAPersonTypesIsReadExactly() {
        var sheet = sheet().row(
                        "临沧市",
                        "80 ",
                        "2个",
                        "1,500",
                        "２０",
                        "118人",
                        " 100\u00A0",
                        "9\u200B0",
                        41,
                        "30名",
                        25,
                        "8",
                        "0",
                        "３００",
                        "1,234.50万元");
        var read = read(sheet);
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures()).isEqualTo(AS_TYPED);
        assertThat(read.draft().placeOf(8)).isEqualTo(Place.cell("汇总表", "I7").forIndicator(8));
        assertThat(read.draft().placeOf(14)).isEqualTo(Place.cell("汇总表", "O7").forIndicator(14));
    }

    @Test
    void theTotalRowCountsAndTheCountiesAboveItDoNot() {
        var sheet = sheet().row("临翔区", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .row("凤庆县", "—", "/", null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .row("合　计", 80, 2, 1500, 20, 118, 100, 90, 41, 30, 25, 8, 0, 300, 1234.5);
        var read = read(sheet);
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures()).isEqualTo(AS_TYPED);
        assertThat(read.draft().placeOf(1).cell()).isEqualTo("B9");
    }

    @Test
    void twoRowsWithoutATotalAreNotGuessedBetween() {
        assertThat(errors(sheet().row(PLAIN).row(PLAIN))).containsExactly("S-ROW null A8 null null");
        assertThat(errors(sheet())).containsExactly("S-ROW null A6 null null");
    }

    @Test
    void aBlankIsNotAZeroWhateverStandsForIt() {
        var sheet = sheet().row("临沧市", "—", "/", "", null, " ", "无", "－", "/", "——", "", "", "", "", "");
        assertThat(errors(sheet)).hasSize(14).allMatch(line -> line.startsWith("F-MISSING"));
    }

    @Test
    void nothingIsRoundedOrGuessed() {
        var sheet = sheet().row(
                        "临沧市",
                        812.4,
                        "十二",
                        "1,2,3",
                        "-5",
                        "1，200",
                        "٣",
                        "5 0",
                        "1e3",
                        "=A1/0",
                        "12台",
                        true,
                        "#N/A",
                        "999999999999",
                        0.0000001);
        assertThat(errors(sheet))
                .containsExactly(
                        "F-COUNT 1 B7 null null",
                        "F-COUNT 2 C7 null null",
                        "F-COUNT 3 D7 null null",
                        "F-COUNT 4 E7 null null",
                        "F-COUNT 5 F7 null null",
                        "F-COUNT 6 G7 null null",
                        "F-COUNT 7 H7 null null",
                        "F-COUNT 8 I7 null null",
                        "F-FORMULA 9 J7 null null",
                        "F-COUNT 10 K7 null null",
                        "F-COUNT 11 L7 null null",
                        "F-COUNT 12 M7 null null",
                        "F-COUNT 13 N7 null null",
                        "F-MONEY 14 O7 null null");
    }

    @Test
    void theMessageNamesTheFigureInBothLanguages() {
        var sheet = sheet().row("临沧市", 80, 2, 500, 20, 118, "十二", 90, 41, 30, 25, 8, 3, 300, 1234.5);
        assertThat(read(sheet).findings())
                .containsExactly(Finding.error(
                        "F-COUNT",
                        Place.cell("汇总表", "G7").forIndicator(6),
                        new Bilingual(
                                "指标6（本期实际到岗人数）“十二”不是数字",
                                "Indicator 6 (Trainees who took up a post in the month): \"十二\" is not a number"),
                        "人社部发〔2023〕27号 附件 填报说明6"));
    }

    @Test
    void aStoredDoubleMeansTheFifteenDigitsThatAreShown() {
        var sheet = sheet().row("临沧市", 80, 2, 500, 20, 118, 100, 90, 41, 30, 25, 8, 3, 300, 0.1 + 0.2);
        assertThat(read(sheet).draft().figures().of(14)).isEqualTo(300_000L);
    }

    @Test
    void lastMonthsSheetUnderThisMonthsNameIsNoticed() {
        assertThat(errors(sheet().title("（2023年5月）").row(PLAIN))).containsExactly("P-PERIOD null A1 null null");
        assertThat(errors(sheet().title("单位：个、人、万元").row(PLAIN))).isEmpty();
    }

    @Test
    void aMoneyHeaderThatSaysYuanIsNotReadAsTenThousandYuan() {
        var sheet = sheet().row(PLAIN)
                .then(workbook -> workbook.getSheetAt(0).getRow(2).getCell(14).setCellValue("本年累计各级财政实际拨付的见习补贴资金数（元）"));
        assertThat(errors(sheet)).containsExactly("F-UNIT 14 O7 null null");
    }

    @Test
    void aRewordedColumnIsKnownByItsPrintedNumber() {
        var sheet = sheet().row(PLAIN)
                .then(workbook -> workbook.getSheetAt(0).getRow(2).getCell(12).setCellValue("本月提前离岗"));
        assertThat(errors(sheet)).isEmpty();
        assertThat(read(sheet).draft().placeOf(12).cell()).isEqualTo("M7");
    }

    @Test
    void aNumberThatContradictsItsLabelIsNotGuessedAbout() {
        var sheet = sheet().row(PLAIN).then(workbook -> {
            workbook.getSheetAt(0).getRow(2).getCell(12).setCellValue("本期末在岗见习人数");
            workbook.getSheetAt(0).getRow(2).getCell(13).setCellValue("本期非正常结束见习人数");
        });
        assertThat(errors(sheet)).containsExactly("S-HEADER 12 M3 null null", "S-HEADER 13 N3 null null");
    }

    @Test
    void withoutTheRowOfNumbersALostColumnIsMissedForItsFigureAlone() {
        var sheet = unnumbered()
                .then(workbook -> workbook.getSheetAt(0).getRow(2).getCell(12).setCellValue("备用"));
        assertThat(errors(sheet)).containsExactly("S-HEADER 12 A3 null null");
    }

    @Test
    void aBrokenMergeIsHealedByTheNumbersAndRefusedWithoutThem() {
        assertThat(errors(sheet().row(PLAIN).then(OfficialSheetTest::unmerge))).isEmpty();
        assertThat(errors(unnumbered().then(OfficialSheetTest::unmerge)))
                .containsExactly("S-HEADER 7 H3 null null", "S-HEADER 10 H3 null null");
    }

    @Test
    void aFigureMergedWithThoseOfOtherRowsIsNoBlank() {
        var sheet = sheet().row("临翔区", 3, 1, 9, 2, 4, 3, 2, 1, 1, 1, 0, 0, 5, 1)
                .row("合计", 3, 1, 9, 2, 4, 3, 2, 1, 1, 1, 0, 0, 5, 1)
                .then(workbook -> {
                    var first = workbook.getSheetAt(0);
                    var last = first.getLastRowNum();
                    while (!first.getRow(last).getCell(0).getStringCellValue().equals("合计")) {
                        last--;
                    }
                    first.getRow(last).getCell(2).setBlank();
                    first.addMergedRegion(new CellRangeAddress(last - 1, last, 2, 2));
                });
        assertThat(errors(sheet)).containsExactly("S-MERGED 2 C8 null null");
    }

    private static OfficialSheet unnumbered() {
        return sheet().row(PLAIN).then(workbook -> {
            var first = workbook.getSheetAt(0);
            first.removeRow(first.getRow(form().layout().numberRow() - 1));
        });
    }

    private static void unmerge(XSSFWorkbook workbook) {
        var first = workbook.getSheetAt(0);
        while (first.getNumMergedRegions() > 0) {
            first.removeMergedRegion(0);
        }
    }

    @Test
    void aHiddenOldCopyIsToldOfAndNotRead() {
        var sheet = sheet().row(PLAIN).then(workbook -> {
            workbook.createSheet("汇总表 (5月)").createRow(0).createCell(0).setCellValue("旧");
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        var read = read(sheet);
        assertThat(read.findings()).extracting(Finding::rule).containsExactly("S-HIDDEN");
        assertThat(Finding.anyError(read.findings())).isFalse();
    }

    @Test
    void theExpectedSheetHiddenOrAbsentIsAnErrorNeverAnEmptyReturn() {
        var hidden = sheet().row(PLAIN).then(workbook -> {
            workbook.createSheet("Sheet2");
            workbook.setActiveSheet(1);
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
        });
        assertThat(errors(hidden)).containsExactly("S-SHEET null null null null");
        var renamed = sheet().row(PLAIN).then(workbook -> workbook.setSheetName(0, "Sheet1"));
        assertThat(errors(renamed)).containsExactly("S-SHEET null null null null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOHRSS-2023", "YN-2023"})
    void bothPrintingsOfTheSheetAreRead(String form) {
        var printed = Home.FORMS.find(form).orElseThrow();
        var read = read(new OfficialSheet(printed).row(PLAIN));
        assertThat(read.findings()).isEmpty();
        assertThat(read.draft().figures().of(13)).isEqualTo(300);
    }

    private static OfficialSheet sheet() {
        return new OfficialSheet(form());
    }

    private static ReturnForm form() {
        return Home.FORM;
    }

    private Mapped map(OfficialSheet sheet) {
        return Home.READER.read(mapping, sheet.bytes(), Home.context(MediaType.XLSX, "2023-06", "530900"));
    }

    private Mapped.Read read(OfficialSheet sheet) {
        return Home.read(map(sheet));
    }

    private List<String> errors(OfficialSheet sheet) {
        return map(sheet).findings().stream()
                .filter(Finding::isError)
                .map(Home::line)
                .toList();
    }
}
