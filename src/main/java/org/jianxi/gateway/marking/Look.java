package org.jianxi.gateway.marking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.filing.CellText;

/** How a workbook's cells look where we mark or write them. A cell's own look stays but for its fill. */
final class Look {

    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Map<String, CellStyle> marked = new HashMap<>();
    private final CellStyle plain;
    private final CellStyle quoted;
    private final CellStyle bold;

    Look(Workbook workbook) {
        this.workbook = workbook;
        this.plain = wrapped(workbook);
        this.quoted = wrapped(workbook);
        this.quoted.setQuotePrefixed(true);
        this.bold = wrapped(workbook);
        var font = workbook.createFont();
        font.setBold(true);
        this.bold.setFont(font);
    }

    private static CellStyle wrapped(Workbook workbook) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /** Always typed as text; what could be taken for a formula keeps a quote before it for whoever edits the cell. */
    void write(Cell cell, String text) {
        cell.setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        cell.setCellStyle(new CellText(text).looksLikeFormula() ? quoted : plain);
    }

    void head(Cell cell, String text) {
        cell.setCellValue(text);
        cell.setCellStyle(bold);
    }

    void mark(Cell cell, List<Finding> findings) {
        var worst =
                findings.stream().map(Finding::severity).min(Enum::compareTo).orElse(Severity.INFO);
        var own = cell.getCellStyle();
        cell.setCellStyle(marked.computeIfAbsent(own.getIndex() + " " + worst, key -> filled(own, worst)));
    }

    private CellStyle filled(CellStyle own, Severity severity) {
        var style = workbook.createCellStyle();
        style.cloneStyleFrom(own);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(
                switch (severity) {
                    case ERROR -> IndexedColors.ROSE.getIndex();
                    case WARNING -> IndexedColors.LIGHT_YELLOW.getIndex();
                    case INFO -> IndexedColors.PALE_BLUE.getIndex();
                });
        return style;
    }
}
