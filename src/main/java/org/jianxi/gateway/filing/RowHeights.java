package org.jianxi.gateway.filing;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Makes rows as tall as their wrapped text needs. Spreadsheets do that themselves only for cells that are not merged. */
record RowHeights(XSSFSheet sheet) {

    private static final float LEAST = 20;
    private static final float TITLE = 40;
    private static final float DATA = 36;
    private static final float SEAL_LINE = 30;
    private static final float LEADING = 1.35f;
    /** A Chinese character is as wide as two of the digits that column widths are counted in, at 11 points. */
    private static final float DIGITS_AT_POINTS = 11;

    void fit(int headerTop, int dataRow, int lastRow) {
        for (var row = 0; row <= lastRow; row++) {
            sheet.getRow(row).setHeightInPoints(row == 0 ? TITLE : LEAST);
        }
        sheet.getRow(dataRow).setHeightInPoints(DATA);
        sheet.getRow(dataRow + 1).setHeightInPoints(SEAL_LINE);
        for (var rows = 1; rows <= dataRow - headerTop; rows++) {
            for (var row = headerTop; row <= lastRow; row++) {
                fitCells(row, rows);
            }
        }
    }

    /** Cells that span {@code rows} rows: narrow ones first, so that only what is lacking goes to the last row. */
    private void fitCells(int row, int rows) {
        for (var cell : sheet.getRow(row)) {
            var range = rangeOf((XSSFCell) cell);
            if (range.getFirstRow() == row
                    && range.getLastRow() - row + 1 == rows
                    && isFirstIn(range, (XSSFCell) cell)) {
                grow(range, needed((XSSFCell) cell, range));
            }
        }
    }

    private void grow(CellRangeAddress range, float needed) {
        float has = 0;
        for (var row = range.getFirstRow(); row <= range.getLastRow(); row++) {
            has += sheet.getRow(row).getHeightInPoints();
        }
        if (has < needed) {
            var last = sheet.getRow(range.getLastRow());
            last.setHeightInPoints(last.getHeightInPoints() + needed - has);
        }
    }

    private float needed(XSSFCell cell, CellRangeAddress range) {
        var points = cell.getCellStyle().getFont().getFontHeightInPoints();
        float width = 0;
        for (var column = range.getFirstColumn(); column <= range.getLastColumn(); column++) {
            width += sheet.getColumnWidth(column) / 256f;
        }
        var digits = cell.toString()
                .codePoints()
                .map(point -> point < 0x2E80 ? 1 : 2)
                .sum();
        var inALine = Math.max(2, Math.floor((width - 1) * DIGITS_AT_POINTS / points / 2) * 2);
        return (float) Math.ceil(digits / inALine) * points * LEADING + 4;
    }

    private CellRangeAddress rangeOf(XSSFCell cell) {
        return sheet.getMergedRegions().stream()
                .filter(range -> range.isInRange(cell))
                .findFirst()
                .orElseGet(() -> new CellRangeAddress(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
    }

    private static boolean isFirstIn(CellRangeAddress range, XSSFCell cell) {
        return range.getFirstRow() == cell.getRowIndex() && range.getFirstColumn() == cell.getColumnIndex();
    }
}
