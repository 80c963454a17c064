package org.jianxi.gateway.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * The return as the sheet the notice prints (汇总表): one row, the province's totals, with the seal line and the notes below.
 *
 * <p>What the printed form has no place for (gaps, rounded amounts, that it is a correction) stands under its notes.
 */
record OfficialSheet(ReturnForm form) {

    byte[] write(ProvincialReturn filed) {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet(form.layout().sheet());
            var page = new SheetPage(sheet, new SheetStyles(workbook), form.layout());
            page.print(new SheetText(form, filed).byCell());
            for (var indicator : form.indicators()) {
                var amount = filed.figures().totals().of(indicator.number());
                page.number(indicator.number());
                page.figure(indicator, amount);
            }
            page.remarks(new Remarks(form, filed).lines());
            form.layout().merged().forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
            page.finish();
            date(workbook, filed);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return new StableZip(bytes.toByteArray()).bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
    }

    /** POI would put in the time of writing, and two files of one return would differ. */
    private static void date(XSSFWorkbook workbook, ProvincialReturn filed) {
        var day =
                filed.figures().period().lastDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("见习网关 Jianxi Gateway");
        properties.setCreated(Optional.of(Date.from(day)));
        properties.setModified(Optional.of(Date.from(day)));
    }
}
