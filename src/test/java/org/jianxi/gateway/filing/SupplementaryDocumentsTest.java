package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlSchema;
import org.junit.jupiter.api.Test;

/**
 * Each document of one correction against a file that a person has read. Run with {@code -Dgolden.write=true} to write what the
 * code makes now, then read the difference before committing it.
 */
class SupplementaryDocumentsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/filing");

    private final SupplementaryDocuments documents = new SupplementaryDocuments(June.form(), June.UNITS);

    @Test
    void theSignedDocumentIsAsTheGoldenFileHasIt() throws IOException {
        isGolden("supplementary-return.xml", text(documents.document(June.correction())));
    }

    @Test
    void theDifferenceIsAsTheGoldenFileHasIt() throws IOException {
        isGolden("difference.json", text(documents.difference(June.correction())));
    }

    @Test
    void theSheetForPeopleIsAsTheGoldenFileHasIt() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(documents.workbook(June.correction())))) {
            assertThat(workbook.getSheetName(0)).isEqualTo("汇总表");
            var rows = StreamSupport.stream(workbook.getSheet("更正说明表").spliterator(), false)
                    .map(SupplementaryDocumentsTest::line)
                    .collect(Collectors.joining("\n", "", "\n"));
            isGolden("difference-sheet.txt", rows);
        }
    }

    @Test
    void theSignedDocumentKeepsToTheEnvelope() throws UnreadableDocument {
        var schema = XmlSchema.read(June.HOME.resolve("schemas/canonical/envelope-1.xsd"));

        assertThat(schema.validate(documents.document(June.correction()))).isEmpty();
    }

    @Test
    void oneCellThatChangedTwiceIsNotInTheEnvelope() throws UnreadableDocument {
        var schema = XmlSchema.read(June.HOME.resolve("schemas/canonical/envelope-1.xsd"));
        var twice = text(documents.document(June.correction()))
                .replaceFirst("(<cell [^>]*/>)", "$1$1")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(schema.validate(twice)).isNotEmpty();
    }

    @Test
    void theSameCorrectionGivesTheSameBytes() {
        assertThat(documents.document(June.correction())).isEqualTo(documents.document(June.correction()));
        assertThat(documents.difference(June.correction())).isEqualTo(documents.difference(June.correction()));
        assertThat(documents.workbook(June.correction())).isEqualTo(documents.workbook(June.correction()));
    }

    private static void isGolden(String name, String actual) throws IOException {
        var golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    private static String line(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(SupplementaryDocumentsTest::shown)
                .collect(Collectors.joining(" | "));
    }

    private static String shown(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                ? new BigDecimal(Double.toString(cell.getNumericCellValue()))
                        .stripTrailingZeros()
                        .toPlainString()
                : cell.getStringCellValue();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
