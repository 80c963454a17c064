package org.jianxi.gateway.filing;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * The return as the sheet the notice prints (汇总表): one row, the province's totals, with the seal line and the notes below.
 *
 * <p>What the printed form has no place for (gaps, rounded amounts, that it is a correction) stands under its notes.
 */
public record OfficialSheet(ReturnForm form) {

    byte[] write(ProvincialReturn filed) {
        return StableWorkbook.of(filed.figures().period(), workbook -> addTo(workbook, filed));
    }

    void addTo(XSSFWorkbook workbook, ProvincialReturn filed) {
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
    }
}
