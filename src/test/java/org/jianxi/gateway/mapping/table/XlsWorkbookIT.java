package org.jianxi.gateway.mapping.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.junit.jupiter.api.Test;

/** Old workbooks, made here and by others. */
class XlsWorkbookIT {

    private static final Path CORPORA = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));

    @Test
    void cellsOfEveryKindAreWhatTheyShow() throws Exception {
        try (var workbook = XlsWorkbook.open(new Content.InMemory(made()), SheetBudget.OF_A_RETURN)) {
            var sheet = workbook.sheets().getFirst();
            assertThat(workbook.sheets())
                    .extracting(XlsWorkbook.Sheet::name, XlsWorkbook.Sheet::hidden)
                    .containsExactly(tuple("表", false), tuple("藏", true));
            assertThat(workbook.merged(sheet)).containsExactly(new A1.Range(2, 2, 4, 3));
            assertThat(rows(workbook, sheet)).containsExactly("2: 字||12.5||3|ab", "3001: 0|1|2");
        }
    }

    private static byte[] made() throws IOException {
        var made = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("表");
            workbook.createSheet("藏");
            workbook.setSheetHidden(1, true);
            var first = sheet.createRow(1);
            first.createCell(0).setCellValue("字");
            first.createCell(2).setCellValue(12.5);
            first.createCell(3).setCellValue(true);
            first.createCell(4).setCellFormula("1+2");
            first.createCell(5).setCellFormula("\"a\"&\"b\"");
            var last = sheet.createRow(3_000);
            for (var column = 0; column < 3; column++) {
                last.createCell(column).setCellValue(column);
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:C4"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(made);
        }
        return made.toByteArray();
    }

    @Test
    void everyOldWorkbookOfTheCorporaIsReadToItsEndOrRefused() throws Exception {
        assumeTrue(Files.isDirectory(CORPORA), "no corpora beside this clone");
        var read = 0;
        var refused = 0;
        for (var file : workbooks()) {
            try (var workbook = XlsWorkbook.open(new Content.InFile(file), SheetBudget.OF_A_RETURN)) {
                for (var sheet : workbook.sheets()) {
                    rows(workbook, sheet);
                    workbook.merged(sheet);
                }
                read++;
            } catch (UnreadableDocument unreadable) {
                assertThat(unreadable.reason().zh()).isNotBlank();
                refused++;
            }
        }
        assertThat(read).isGreaterThan(8);
        assertThat(refused).isGreaterThan(4);
    }

    private static List<Path> workbooks() throws IOException {
        try (var files = Files.walk(CORPORA.resolve("xlsx"))) {
            return files.filter(file -> file.toString().endsWith(".xls"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> rows(XlsWorkbook workbook, XlsWorkbook.Sheet sheet)
            throws UnreadableDocument, IOException {
        var rows = new ArrayList<String>();
        try (var stream = workbook.rows(sheet)) {
            for (var row = stream.next(); row != null; row = stream.next()) {
                var cells = new ArrayList<String>();
                for (var column = 1; column <= row.width(); column++) {
                    cells.add(row.at(column).asText());
                }
                rows.add(row.number() + ": " + String.join("|", cells));
            }
        }
        return rows;
    }
}
