package org.jianxi.gateway.filing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.SheetLayout;

/** One printed page being filled: knows what each row of the form is for and how it looks. Rows here count from 0. */
final class SheetPage {

    private static final int UNITS_OF_A_CHARACTER = 256;
    private static final int LABEL_WIDTH = 12;
    private static final int FIGURE_WIDTH = 11;
    private static final double MARGIN_INCHES = 0.45;

    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private final SheetLayout layout;
    private final int lastColumn;
    private int lastRow;

    SheetPage(XSSFSheet sheet, SheetStyles styles, SheetLayout layout) {
        this.sheet = sheet;
        this.styles = styles;
        this.layout = layout;
        this.lastColumn = layout.columns().values().stream()
                .mapToInt(CellReference::convertColStringToIndex)
                .max()
                .orElse(0);
        for (var column = 0; column <= lastColumn; column++) {
            sheet.setColumnWidth(column, (column == 0 ? LABEL_WIDTH : FIGURE_WIDTH) * UNITS_OF_A_CHARACTER);
        }
        drawTable();
    }

    /** Borders first, so that merged header cells are framed on every side. */
    private void drawTable() {
        for (var row = headerTop(); row < layout.dataRow(); row++) {
            for (var column = 0; column <= lastColumn; column++) {
                cell(row, column).setCellStyle(styles.header);
            }
        }
    }

    /** The header begins where the first indicator's column has its first text. */
    private int headerTop() {
        var first = layout.columns().values().stream()
                .min(Comparator.comparing(CellReference::convertColStringToIndex))
                .orElse("B");
        return layout.text().keySet().stream()
                .map(CellReference::new)
                .filter(reference ->
                        CellReference.convertNumToColString(reference.getCol()).equals(first))
                .mapToInt(CellReference::getRow)
                .min()
                .orElse(layout.numberRow() - 1);
    }

    void print(Map<String, String> textByCell) {
        textByCell.forEach((reference, text) -> {
            var at = new CellReference(reference);
            put(cell(at.getRow(), at.getCol()), text, styleOf(at.getRow(), text));
        });
    }

    private XSSFCellStyle styleOf(int row, String text) {
        if (row == 0) {
            return styles.title;
        }
        if (row < headerTop()) {
            return text.startsWith("单位：") ? styles.units : styles.month;
        }
        return row < layout.dataRow() ? styles.header : styles.note;
    }

    void number(int indicator) {
        cell(layout.numberRow() - 1, columnOf(indicator)).setCellValue(indicator);
    }

    void figure(Indicator indicator, long amount) {
        blank(indicator).setCellValue(new BigDecimal(indicator.unit().print(amount)).doubleValue());
    }

    /** A figure's cell, still to be filled in. */
    XSSFCell blank(Indicator indicator) {
        var cell = cell(layout.dataRow() - 1, columnOf(indicator.number()));
        cell.setCellStyle(indicator.unit().isMoney() ? styles.money : styles.whole);
        return cell;
    }

    /** One line each below everything printed so far. */
    void remarks(List<String> lines) {
        for (var line : lines) {
            var row = lastRow + 1;
            put(cell(row, 0), line, styles.note);
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
        }
    }

    /** Row heights and the page: A4 landscape, as wide as the paper. */
    void finish() {
        new RowHeights(sheet).fit(headerTop(), layout.dataRow() - 1, lastRow);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getWorkbook().setPrintArea(0, 0, lastColumn, 0, lastRow);
    }

    /** Always typed as text, so no program takes it for a formula. */
    private void put(XSSFCell cell, String text, XSSFCellStyle style) {
        cell.setCellStyle(style);
        cell.setCellValue(text);
    }

    private int columnOf(int indicator) {
        return new CellReference(layout.cellOf(indicator)).getCol();
    }

    private XSSFCell cell(int row, int column) {
        lastRow = Math.max(lastRow, row);
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }
}
