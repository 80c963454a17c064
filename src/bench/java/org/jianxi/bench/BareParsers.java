package org.jianxi.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** What reads the same files without mapping, limits or places: each asks for every cell's or value's text once. */
final class BareParsers {

    private BareParsers() {}

    static long fastexcel(Path file) throws Exception {
        var cells = 0L;
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows::iterator) {
                for (var cell : row) {
                    cells += cell == null || cell.getRawValue() == null ? 0 : 1;
                }
            }
        }
        return cells;
    }

    static long poi(Path file) throws Exception {
        var counted = new Cells();
        try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(workbook);
            var handler = new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(workbook), counted, false);
            var xml = SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
            xml.setContentHandler(handler);
            try (var sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
        }
        return counted.cells;
    }

    private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {

        private long cells;

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            cells++;
        }
    }

    static long fastcsv(Path file) throws Exception {
        var fields = 0L;
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            for (var row : reader) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    static long jackson(Path file) {
        var tokens = 0L;
        try (var parser = JsonMapper.shared().createParser(file)) {
            while (parser.nextToken() != null) {
                tokens += parser.getString() == null ? 0 : 1;
            }
        }
        return tokens;
    }

    static long aalto(Path file) throws Exception {
        var texts = 0L;
        try (var bytes = Files.newInputStream(file)) {
            var xml = new InputFactoryImpl().createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                texts += xml.next() == XMLStreamConstants.CHARACTERS && xml.getText() != null ? 1 : 0;
            }
        }
        return texts;
    }
}
