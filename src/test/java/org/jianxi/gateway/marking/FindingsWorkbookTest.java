package org.jianxi.gateway.marking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Repair;
import org.jianxi.gateway.canonical.Repair.Bound;
import org.jianxi.gateway.canonical.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets back: the own workbook, marked, or a table of what was found. Opened here as that person would. */
class FindingsWorkbookTest {

    private static final Path LINCANG = Path.of("mappings/official/samples/2023-06-lincang.in.xlsx");
    private static final String SHEET = "汇总表";

    private final FindingsWorkbook workbooks = new FindingsWorkbook(Remedies.read(Path.of("")));

    @TempDir
    private Path folder;

    @Test
    void theOwnWorkbookComesBackWithTheCellMarkedAndAllElseAsItWas() throws IOException {
        var sent = Files.readAllBytes(LINCANG);
        try (var before = open(sent);
                var after = open(write(MediaType.XLSX, sent, List.of(finding(Place.cell(SHEET, "D9")))))) {
            var cell = cell(after, SHEET, "D9");
            assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(cell.getCellComment().getString().getString()).isEqualTo("""
                            L-8  错误 error
                            指标8（41）应不小于 9（30）+11（14），差 3
                            8 (41) must be at least 9 (30) + 11 (14); short by 3
                            修改 fix: 8 ≥ 44
                            9 ≤ 27
                            核对所列指标，使关系成立；repairs逐条列出可行的单项改动
                            Check the figures named and make the relation hold; repairs names every single change that would do
                            依据 clause: 人社部发〔2023〕27号 附件 填报说明7""");
            assertThat(shown(after, SHEET)).isEqualTo(shown(before, SHEET));
            assertThat(after.getSheet(SHEET).getMergedRegions())
                    .isEqualTo(before.getSheet(SHEET).getMergedRegions());
            assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 1);
        }
    }

    @Test
    void ofMergedCellsTheFirstIsMarkedForItIsTheOneThatShows() throws IOException {
        var findings = List.of(finding(Place.cell(SHEET, "D9:D10")));
        try (var after = open(write(MediaType.XLSX, Files.readAllBytes(LINCANG), findings))) {
            assertThat(cell(after, SHEET, "D9").getCellComment()).isNotNull();
            assertThat(shown(after, "检查结果")).containsEntry("D2", "汇总表 D9:D10");
        }
    }

    @Test
    void theResultSheetHasEveryFindingInARowWithItsPlace() throws IOException {
        var findings = List.of(finding(Place.cell(SHEET, "D9").forIndicator(8)), finding(Place.WHOLE));
        try (var workbook = open(write(MediaType.XLSX, Files.readAllBytes(LINCANG), findings))) {
            var rows = shown(workbook, "检查结果");

            assertThat(rows).containsEntry("A1", "序号 No.").containsEntry("J1", "说明 explanation");
            assertThat(rows)
                    .containsEntry("A2", "1")
                    .containsEntry("B2", "L-8")
                    .containsEntry("C2", "错误 error")
                    .containsEntry("D2", "汇总表 D9")
                    .containsEntry("E2", "8")
                    .containsEntry("F2", "指标8（41）应不小于 9（30）+11（14），差 3")
                    .containsEntry("I2", "人社部发〔2023〕27号 附件 填报说明7");
            assertThat(rows.get("D3")).isNull();
            assertThat(workbook.getSheet("检查结果").getLastRowNum()).isEqualTo(2);
        }
    }

    @Test
    void formulasStayAndAreNotEvaluated() throws IOException {
        var sent = workbook(book -> {
            var row = book.createSheet("表").createRow(0);
            row.createCell(0).setCellFormula("1+1");
            row.getCell(0).setCellValue(7);
            row.createCell(1).setCellValue("=HYPERLINK(\"http://evil\")");
        });
        try (var after = open(write(MediaType.XLSX, sent, List.of(finding(Place.cell("表", "A1")))))) {
            assertThat(cell(after, "表", "A1").getCellFormula()).isEqualTo("1+1");
            assertThat(cell(after, "表", "A1").getNumericCellValue()).isEqualTo(7);
            assertThat(cell(after, "表", "B1").getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void aCommentThatWasThereKeepsItsTextAndASheetOfThatNameStays() throws IOException {
        var sent = workbook(book -> {
            var sheet = book.createSheet("检查结果");
            var cell = sheet.createRow(0).createCell(0);
            var anchor = book.getCreationHelper().createClientAnchor();
            anchor.setCol2(3);
            anchor.setRow2(3);
            var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(book.getCreationHelper().createRichTextString("已核对"));
            cell.setCellComment(comment);
        });
        try (var after = open(write(MediaType.XLSX, sent, List.of(finding(Place.cell("检查结果", "A1")))))) {
            assertThat(cell(after, "检查结果", "A1").getCellComment().getString().getString())
                    .startsWith("已核对\n\nL-8");
            assertThat(after.getSheet("检查结果 2")).isNotNull();
        }
    }

    @Test
    void neighboursKeepACommentEachAndOneCellHasAllOfItsOwn() throws IOException {
        var findings = List.of(
                finding(Place.cell(SHEET, "E9")),
                finding(Place.cell(SHEET, "D9")),
                finding(Place.cell(SHEET, "C9")),
                finding(Place.cell(SHEET, "D9")));
        try (var after = open(write(MediaType.XLSX, Files.readAllBytes(LINCANG), findings))) {
            assertThat(after.getSheet(SHEET).getCellComments().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder("C9", "D9", "E9");
            assertThat(cell(after, SHEET, "D9")
                            .getCellComment()
                            .getString()
                            .getString()
                            .split("L-8"))
                    .hasSize(3);
        }
    }

    @Test
    void placesThatTheWorkbookDoesNotHaveStandInTheResultOnly() throws IOException {
        var findings = List.of(
                finding(Place.cell("另一张", "A1")),
                finding(Place.cell(SHEET, "AAAA99999999")),
                finding(Place.cell(SHEET, "不是单元格")),
                finding(Place.cell(SHEET, "Z400")));
        try (var after = open(write(MediaType.XLSX, Files.readAllBytes(LINCANG), findings))) {
            assertThat(after.getSheet("检查结果").getLastRowNum()).isEqualTo(4);
            assertThat(cell(after, SHEET, "Z400").getCellComment()).isNotNull();
        }
    }

    @Test
    void whatCannotBeOpenedOrIsTooLargeGivesTheResultAlone() throws IOException {
        var sheet = "<worksheet>" + "<c/>".repeat(200_000) + "</worksheet>";
        var hostile = List.of(
                new byte[0],
                "PK no zip".getBytes(UTF_8),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                zip(Map.of("[Content_Types].xml", "<Types/>", "xl/worksheets/sheet1.xml", sheet)),
                zip(Map.of("[Content_Types].xml", "<Types/>", "xl/media/image1.png", "x".repeat(9_000_000))),
                zip(Map.of("[Content_Types].xml", "<!DOCTYPE x><Types/>")),
                zip(Map.of("[Content_Types].xml", "<Types a='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>")),
                zip(Map.of("[Content_Types].xml", "<Types>" + "<a>".repeat(50_000) + "</Types>")));
        for (var sent : hostile) {
            try (var alone = open(write(MediaType.XLSX, sent, List.of(finding(Place.cell(SHEET, "D9")))))) {
                assertThat(alone.getNumberOfSheets()).isEqualTo(1);
                assertThat(shown(alone, "检查结果")).containsEntry("B2", "L-8");
            }
        }
    }

    @Test
    void csvComesAsASheetWithItsFieldsMarked() throws IOException {
        var csv = "区划,单位数,-见习人数\n530100,812,=1+1\n\n530300,十,-5\n".getBytes(Charset.forName("GB18030"));
        var findings =
                List.of(finding(Place.line(4, "单位数")), finding(Place.line(2, null)), finding(Place.line(99, "x")));
        try (var workbook = open(write(MediaType.CSV, csv, findings))) {
            assertThat(shown(workbook, "报送内容"))
                    .containsEntry("B1", "单位数")
                    .containsEntry("C2", "=1+1")
                    .containsEntry("B4", "十")
                    .containsEntry("C4", "-5");
            assertThat(cell(workbook, "报送内容", "C2").getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell(workbook, "报送内容", "C2").getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(cell(workbook, "报送内容", "B4").getCellComment().getString().getString())
                    .startsWith("L-8");
            assertThat(cell(workbook, "报送内容", "A2").getCellComment()).isNotNull();
            assertThat(shown(workbook, "检查结果")).containsEntry("D2", "第4行 单位数");
        }
    }

    @Test
    void jsonAndXmlComeAsTheResultAlone() throws IOException {
        for (var type : List.of(MediaType.JSON, MediaType.XML)) {
            try (var workbook =
                    open(write(type, "{}".getBytes(UTF_8), List.of(finding(Place.pointer("/indicators/8")))))) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
                assertThat(shown(workbook, "检查结果")).containsEntry("D2", "/indicators/8");
            }
        }
    }

    @Test
    void twentyThousandFindingsAreAllListed() throws IOException {
        var findings = IntStream.range(0, 20_000)
                .mapToObj(line -> finding(Place.line(line + 1, null)))
                .toList();
        try (var workbook = open(write(MediaType.JSON, new byte[0], findings))) {
            assertThat(workbook.getSheet("检查结果").getLastRowNum()).isEqualTo(20_000);
        }
    }

    @Test
    void libreOfficeOpensIt() throws Exception {
        // LibreOffice may be there without its spreadsheets
        var office = Path.of("/usr/bin/localc");
        assumeTrue(Files.isExecutable(office), "no LibreOffice Calc here");
        var file = Files.write(
                folder.resolve("checked.xlsx"),
                write(MediaType.XLSX, Files.readAllBytes(LINCANG), List.of(finding(Place.cell(SHEET, "D9")))));
        var process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("checked.fods")).content(UTF_8).contains("检查结果", "差 3", "office:annotation");
    }

    private byte[] write(MediaType type, byte[] content, List<Finding> findings) {
        return workbooks.write(new Sent(type, content), findings);
    }

    private static Finding finding(Place at) {
        return new Finding(
                "L-8",
                Severity.ERROR,
                at,
                new Bilingual("指标8（41）应不小于 9（30）+11（14），差 3", "8 (41) must be at least 9 (30) + 11 (14); short by 3"),
                "人社部发〔2023〕27号 附件 填报说明7",
                new TreeMap<>(Map.of(8, "41")),
                new TreeMap<>(),
                "3",
                List.of(
                        new Repair(new TreeMap<>(Map.of(8, new Bound(Repair.Kind.MIN, "44")))),
                        new Repair(new TreeMap<>(Map.of(9, new Bound(Repair.Kind.MAX, "27"))))),
                null);
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static XSSFCell cell(XSSFWorkbook workbook, String sheet, String written) {
        var at = new CellReference(written);
        return workbook.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol());
    }

    /** Every cell that shows anything, formulas as they are written. */
    private static Map<String, String> shown(XSSFWorkbook workbook, String name) {
        var shown = new TreeMap<String, String>();
        Sheet sheet = workbook.getSheet(name);
        var formatter = new DataFormatter();
        sheet.forEach(row -> row.forEach(cell -> shown.put(
                new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString(),
                formatter.formatCellValue(cell))));
        shown.values().removeIf(String::isEmpty);
        return shown;
    }

    private interface Pages {
        void fill(XSSFWorkbook workbook);
    }

    private static byte[] workbook(Pages pages) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            pages.fill(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
