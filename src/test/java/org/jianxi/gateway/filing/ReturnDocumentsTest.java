package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each document of one return against a file that a person has read. Run with {@code -Dgolden.write=true} to write what the code
 * makes now, then read the difference before committing it.
 */
class ReturnDocumentsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/filing");

    private final ReturnDocuments documents = new ReturnDocuments(June.form(), June.UNITS);

    @ParameterizedTest
    @EnumSource(
            value = ReturnFormat.class,
            names = {"JSON", "XML", "CSV", "SDMX_CSV"})
    void isWrittenAsTheGoldenFileHasIt(ReturnFormat format) throws IOException {
        var actual = documents.write(format, June.filed());

        var golden = GOLDEN.resolve("return" + format.extension());
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, actual);
        }
        assertThat(text(actual)).isEqualTo(text(Files.readAllBytes(golden)));
    }

    @Test
    void theXmlKeepsToTheEnvelope() throws UnreadableDocument {
        var schema = XmlSchema.read(June.HOME.resolve("schemas/canonical/envelope-1.xsd"));

        assertThat(schema.validate(documents.write(ReturnFormat.XML, June.filed())))
                .isEmpty();
        assertThat(schema.validate(documents.write(ReturnFormat.XML, June.complete())))
                .isEmpty();
    }

    @Test
    void aGapIsNoRowOfZerosAnywhere() throws UnreadableDocument {
        var json = StrictJson.parse(documents.write(ReturnFormat.JSON, June.filed()));

        assertThat(json.get("gaps").toString()).isEqualTo("[\"530300\",\"539900\"]");
        assertThat(text(documents.write(ReturnFormat.CSV, June.filed()))).contains("530300,曲靖市,缺报,,,,,,,,,,,,,,,\r\n");
        assertThat(text(documents.write(ReturnFormat.SDMX_CSV, June.filed()))).contains("530300,1,2023-06,,UNIT,O\r\n");
    }

    @ParameterizedTest
    @EnumSource(ReturnFormat.class)
    void theSameReturnGivesTheSameBytes(ReturnFormat format) {
        assertThat(documents.write(format, June.filed())).isEqualTo(documents.write(format, June.filed()));
    }

    @Test
    void theOfficialSheetHoldsTheTotalsAsNumbersWhereTheFormPrintsThem() throws IOException {
        var form = June.form();
        var filed = June.filed();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(documents.write(ReturnFormat.XLSX, filed)))) {
            var sheet = workbook.getSheet("汇总表");
            for (var indicator : form.indicators()) {
                var reference =
                        new org.apache.poi.ss.util.CellReference(form.layout().cellOf(indicator.number()));
                var cell = sheet.getRow(reference.getRow()).getCell(reference.getCol());
                assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
                assertThat(cell.getNumericCellValue())
                        .isEqualTo(Double.parseDouble(form.print(
                                indicator.number(), filed.figures().totals().of(indicator.number()))));
            }
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("百万就业见习岗位募集计划情况汇总表（2023年6月）");
            assertThat(sheet.getRow(15).getCell(0).getStringCellValue()).isEqualTo("附注：本表为第2次报送，替代此前报送的同期报表。");
            assertThat(sheet.getRow(16).getCell(0).getStringCellValue()).isEqualTo("附注：缺报单位2家（未计入合计）：曲靖市、省本级。");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
