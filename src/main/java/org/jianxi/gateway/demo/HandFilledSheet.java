package org.jianxi.gateway.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;

/** The official sheet as a person fills it in: figures as text with separators, full-width digits, a 人 too many, spaces, a note below. */
record HandFilledSheet(ReturnForm form, Period period) {

    byte[] write(DemoSender sender, Figures figures) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var layout = form.layout();
            var sheet = workbook.createSheet(layout.sheet());
            layout.text().forEach((cell, text) -> set(sheet, cell, filledIn(text, sender)));
            layout.merged().forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
            for (var indicator : form.indicators()) {
                var column = layout.columns().get(indicator.number());
                set(sheet, column + layout.numberRow(), Integer.toString(indicator.number()));
                set(sheet, layout.cellOf(indicator.number()), byHand(indicator, figures.of(indicator.number())));
            }
            set(sheet, "A" + layout.dataRow(), "合计");
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private String filledIn(String text, DemoSender sender) {
        return text.replace("{year}", Integer.toString(period.year()))
                .replace("{month}", Integer.toString(period.month().getMonthValue()))
                .replace("{sender}", sender.unit().name())
                .replaceAll("\\{[a-zA-Z]+}", "");
    }

    /** Each in the way somebody types it. */
    private static String byHand(Indicator indicator, long amount) {
        return switch (indicator.number() % 5) {
            case 0 -> String.format(Locale.ROOT, "%,d", amount);
            case 1 -> fullWidth(Long.toString(amount));
            case 2 -> amount + " ";
            case 3 ->
                amount + (indicator.unit().isMoney() ? "" : indicator.unit().printed());
            default -> indicator.unit().printExact(amount);
        };
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .map(digit -> digit - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void set(Sheet sheet, String cell, String text) {
        var reference = new CellReference(cell);
        Row row = sheet.getRow(reference.getRow());
        if (row == null) {
            row = sheet.createRow(reference.getRow());
        }
        row.createCell(reference.getCol()).setCellValue(text);
    }
}
