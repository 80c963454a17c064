package org.jianxi.gateway.suggest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook typed by somebody: rows of texts and numbers, null for a blank, and ranges merged afterwards. */
final class MadeWorkbook {

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    MadeWorkbook sheet(String name, List<Object[]> rows, String... merged) {
        var sheet = workbook.createSheet(name);
        for (var row = 0; row < rows.size(); row++) {
            fill(sheet, row, rows.get(row));
        }
        for (var range : merged) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        }
        return this;
    }

    private static void fill(XSSFSheet sheet, int at, Object[] cells) {
        var row = sheet.createRow(at);
        for (var column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case null -> {}
                case Number number -> row.createCell(column).setCellValue(number.doubleValue());
                default -> row.createCell(column).setCellValue(String.valueOf(cells[column]));
            }
        }
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    byte[] bytes() throws IOException {
        try (workbook;
                var bytes = new ByteArrayOutputStream()) {
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }
}
