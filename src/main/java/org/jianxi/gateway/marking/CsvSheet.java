package org.jianxi.gateway.marking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.CsvLines;
import org.jianxi.gateway.documents.CsvLines.Line;

/** The rows of a CSV file as a sheet: each on the row of its own line, the fields marked that something was found about. */
record CsvSheet(FindingText words, CsvLines file) {

    private static final String NAME = "报送内容";

    void addTo(Workbook workbook, Look look, List<Finding> findings) {
        var sheet = workbook.createSheet(NAME);
        var notes = new Notes(sheet.createDrawingPatriarch(), workbook.getCreationHelper(), words);
        var byField = byField(findings);
        for (var line : file.lines()) {
            write(sheet, line, look);
            byField.getOrDefault(line.number(), Map.of()).forEach((column, found) -> {
                var row = sheet.getRow(line.number() - 1);
                var cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
                look.mark(cell, found);
                notes.attach(cell, found);
            });
        }
    }

    private static void write(Sheet sheet, Line line, Look look) {
        var row = sheet.createRow(line.number() - 1);
        for (var column = 0; column < line.fields().size(); column++) {
            look.write(row.createCell(column), line.fields().get(column));
        }
    }

    /** By line and column, both as the file has them. */
    private Map<Integer, Map<Integer, List<Finding>>> byField(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.at().line() != null)
                .limit(FindingsWorkbook.MOST_MARKS)
                .collect(Collectors.groupingBy(
                        finding -> Objects.requireNonNull(finding.at().line()),
                        Collectors.groupingBy(
                                finding -> file.columnOf(
                                        Objects.requireNonNullElse(finding.at().column(), "")),
                                TreeMap::new,
                                Collectors.toList())));
    }
}
