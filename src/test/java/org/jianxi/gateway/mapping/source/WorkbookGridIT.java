package org.jianxi.gateway.mapping.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.Home;
import org.jianxi.gateway.mapping.OfficialSheet;
import org.jianxi.gateway.mapping.table.SheetNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook can do to its reader: public files where they lie beside this clone, and some made here. */
class WorkbookGridIT {

    private static final Path WORKBOOKS =
            Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"), "xlsx/poi-spreadsheet");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @ParameterizedTest
    @CsvSource({
        "poc-shared-strings.xlsx, Tabelle1, S-LIMIT",
        "poc-xmlbomb.xlsx, Tabelle1, S-WORKBOOK",
        "poc-xmlbomb-empty.xlsx, Tabelle1, S-WORKBOOK",
        "duplicate-filename.xlsx, v1, S-WORKBOOK",
        "duplicate-filename-case-insensitive.xlsx, v1, S-WORKBOOK",
        "SimpleMacro.xlsm, Sheet1, S-WORKBOOK",
        "link-external-workbook-b.xlsx, Sheet0, S-WORKBOOK",
        "sample.strict.xlsx, Sheet1, S-WORKBOOK",
        "xlsx-corrupted.xlsx, Sheet1, S-WORKBOOK",
        "protected_passtika.xlsb, Sheet1, S-WORKBOOK",
        "TwoSheetsOneHidden.xlsx, Sheet1, S-SHEET"
    })
    void dangerousWorkbooksAreRefusedByName(String file, String sheet, String rule) throws IOException {
        assumeTrue(Files.isDirectory(WORKBOOKS), "no corpora beside this clone");
        assertThat(refusal(Files.readAllBytes(WORKBOOKS.resolve(file)), sheet)
                        .rule()
                        .id())
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sheet1", "Tabelle1", "Sheet0", "Лист1", "Data", "Tests", "Exp1", "My sheet", "First Sheet"})
    void whateverASheetHoldsItIsReadOrRefusedInTime(String sheet) throws IOException {
        assumeTrue(Files.isDirectory(WORKBOOKS), "no corpora beside this clone");
        try (var files = Files.list(WORKBOOKS)) {
            for (var file : files.sorted().toList()) {
                var content = Files.readAllBytes(file);
                var start = System.nanoTime();
                catchThrowableOfType(
                        UnreadableDocument.class, () -> WorkbookGrid.read(content, new SheetNames(List.of(sheet))));
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as(file.toString())
                        .isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aSheetThatInflatesBeyondTheBudgetIsRefusedWhileItStreams() throws IOException {
        var bomb = changed(SHEET, zip -> {
            var chunk = "<!-- %s -->".formatted(" ".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
            zip.write("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                    .getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 140; i++) {
                zip.write(chunk);
            }
        });
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refusal(bomb, "汇总表").rule().id()).isEqualTo("S-LIMIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r='1'><c r='GS1'><v>1</v></c></row>", "<row r='9999999'/>"})
    void cellsBeyondTheBudgetAreRefused(String rows) throws IOException {
        assertThat(refusal(withRows(rows), "汇总表").rule().id()).isEqualTo("S-LIMIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='x'/>", "<row r='1'><c r='1A'/></row>", "<row r='1'><c t='s'><v>99</v></c></row>",
                "<row r='1'><c><v>1e999</v></c></row>", "<row r='1'><c><v>zwölf</v></c></row>", "<row"
            })
    void damagedCellsMakeAnUnreadableWorkbook(String rows) throws IOException {
        assertThat(refusal(withRows(rows), "汇总表").rule().id()).isEqualTo("S-WORKBOOK");
    }

    @Test
    void aDoctypeInsideThePackageIsRefused() throws IOException {
        var text = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet>&e;</worksheet>";
        var workbook = changed(SHEET, zip -> zip.write(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal(workbook, "汇总表").rule().id()).isEqualTo("S-WORKBOOK");
    }

    @Test
    void moreThanTwoHundredPartsAreRefused() throws IOException {
        var parts = parts(new OfficialSheet(Home.FORM).bytes());
        for (var i = 0; i < 200; i++) {
            parts.put("docProps/extra" + i + ".xml", new byte[0]);
        }
        assertThat(refusal(zipped(parts), "汇总表").rule().id()).isEqualTo("S-LIMIT");
    }

    private static byte[] withRows(String rows) throws IOException {
        var sheet = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + rows
                + "</sheetData></worksheet>";
        return changed(SHEET, zip -> zip.write(sheet.getBytes(StandardCharsets.UTF_8)));
    }

    private static UnreadableDocument refusal(byte[] content, String sheet) {
        return catchThrowableOfType(
                UnreadableDocument.class, () -> WorkbookGrid.read(content, new SheetNames(List.of(sheet))));
    }

    private interface Writing {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static byte[] changed(String part, Writing content) throws IOException {
        var parts = parts(new OfficialSheet(Home.FORM).bytes());
        assertThat(parts).containsKey(part);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var one : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                if (one.getKey().equals(part)) {
                    content.to(zip);
                } else {
                    zip.write(one.getValue());
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var one : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
