package org.jianxi.gateway.marking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Finding;

/** A sender's own workbook with the cells marked that something was found about. Its formulas stay as they are, their values too. */
record MarkedWorkbook(FindingText words) {

    /** Empty when the workbook cannot be opened or is too large for it. */
    Optional<byte[]> of(byte[] content, List<Finding> findings) {
        return CheckedZip.of(content).flatMap(checked -> {
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(checked))) {
                mark(workbook, findings);
                var out = new ByteArrayOutputStream(content.length);
                workbook.write(out);
                return Optional.of(out.toByteArray());
            } catch (IOException | RuntimeException | StackOverflowError damaged) {
                return Optional.empty();
            }
        });
    }

    private void mark(XSSFWorkbook workbook, List<Finding> findings) {
        var look = new Look(workbook);
        bySheet(findings).forEach((name, cells) -> {
            var sheet = workbook.getSheet(name);
            if (sheet != null) {
                mark(sheet, look, cells);
            }
        });
        new ResultSheet(words).addTo(workbook, look, findings);
    }

    private void mark(XSSFSheet sheet, Look look, Map<String, List<Finding>> byCell) {
        var notes =
                new Notes(sheet.createDrawingPatriarch(), sheet.getWorkbook().getCreationHelper(), words);
        byCell.forEach((written, findings) -> {
            if (CellReference.classifyCellReference(written, SpreadsheetVersion.EXCEL2007)
                    == CellReference.NameType.CELL) {
                var at = new CellReference(written);
                var row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
                var cell = row.getCell(at.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
                look.mark(cell, findings);
                notes.attach(cell, findings);
            }
        });
    }

    /** The first thousand places; the result sheet has all. */
    private static Map<String, Map<String, List<Finding>>> bySheet(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.at().sheet() != null && finding.at().cell() != null)
                .limit(FindingsWorkbook.MOST_MARKS)
                .collect(Collectors.groupingBy(
                        finding -> String.valueOf(finding.at().sheet()),
                        TreeMap::new,
                        Collectors.groupingBy(
                                finding -> finding.at().firstCell().orElseThrow(),
                                LinkedHashMap::new,
                                Collectors.toList())));
    }
}
