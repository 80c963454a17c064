package org.jianxi.gateway.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.notation.A1;

/** Fills in the printed sheet of a form as people do: rows of whatever they typed, below the header, above the seal line. */
public final class OfficialSheet {

    private final ReturnForm form;
    private final List<Object[]> rows = new ArrayList<>();
    private String title = "（2023年6月）";
    private Consumer<XSSFWorkbook> change = workbook -> {};

    public OfficialSheet(ReturnForm form) {
        this.form = form;
    }

    /** @param cells label first, then the figures in the form's order; texts, numbers or null */
    OfficialSheet row(Object... cells) {
        rows.add(cells);
        return this;
    }

    OfficialSheet title(String text) {
        title = text;
        return this;
    }

    /** What else somebody did to the workbook before saving it. */
    OfficialSheet then(Consumer<XSSFWorkbook> further) {
        change = change.andThen(further);
        return this;
    }

    public byte[] bytes() {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            fill(workbook.createSheet(form.layout().sheet()));
            change.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        }
    }

    private void fill(Sheet sheet) {
        var layout = form.layout();
        layout.text().forEach((cell, text) -> {
            var address = A1.parse(cell).orElseThrow();
            if (address.row() < layout.dataRow()) {
                put(sheet, address.row(), address.column(), text);
            }
        });
        put(sheet, 2, 1, title);
        layout.merged().stream()
                .map(CellRangeAddress::valueOf)
                .filter(range -> range.getLastRow() < layout.dataRow() - 1)
                .forEach(sheet::addMergedRegion);
        form.numbers().forEach(number -> put(sheet, layout.numberRow(), columnOf(number), number));
        var at = layout.dataRow();
        for (var row : rows) {
            put(sheet, at, 1, row[0]);
            for (var i = 1; i < row.length; i++) {
                put(sheet, at, columnOf(form.indicators().get(i - 1).number()), row[i]);
            }
            at++;
        }
        put(sheet, at, 1, "填报单位：（盖章）");
        put(sheet, at, 4, "填报人：");
        put(sheet, at, 8, "填报时间：2023年7月3日");
        put(sheet, at + 1, 1, "注：个别县（市、区）数据待核实，以正式文件为准。");
    }

    private int columnOf(int number) {
        return A1.parse(form.layout().columns().get(number) + "1").orElseThrow().column();
    }

    private static void put(Sheet sheet, int row, int column, Object value) {
        var line = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
        var cell = line.createCell(column - 1);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof String text && text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else if (value != null) {
            cell.setCellValue(String.valueOf(value));
        }
    }
}
