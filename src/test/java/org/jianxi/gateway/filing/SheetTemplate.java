package org.jianxi.gateway.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.forms.ReturnForm;

/** {@code schemas/forms/<id>.xlsx}: the official sheet with nothing filled in, for people who fill it in by hand. */
public final class SheetTemplate {

    private static final Date LONG_AGO = Date.from(Instant.parse("2023-01-01T00:00:00Z"));

    private SheetTemplate() {}

    public static byte[] write(ReturnForm form) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet(form.layout().sheet());
            var page = new SheetPage(sheet, new SheetStyles(workbook), form.layout());
            var text = new TreeMap<String, String>();
            form.layout().text().forEach((cell, printed) -> text.put(cell, unfilled(printed)));
            page.print(text);
            for (var indicator : form.indicators()) {
                page.number(indicator.number());
                page.blank(indicator);
            }
            form.layout().merged().forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
            page.finish();
            var properties = workbook.getProperties().getCoreProperties();
            properties.setCreator("见习网关 Jianxi Gateway");
            properties.setCreated(Optional.of(LONG_AGO));
            properties.setModified(Optional.of(LONG_AGO));
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return new StableZip(bytes.toByteArray()).bytes();
        }
    }

    private static String unfilled(String printed) {
        return printed.replace("{year}", "20××").replace("{month}", "×").replaceAll("\\{[a-zA-Z]+}", "　　　");
    }
}
