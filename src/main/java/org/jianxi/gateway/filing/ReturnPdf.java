package org.jianxi.gateway.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.filing.print.NoPrintFont;
import org.jianxi.gateway.filing.print.PrintFont;
import org.jianxi.gateway.filing.print.SheetPdf;
import org.jianxi.gateway.forms.ReturnForm;

/**
 * The official sheet as PDF, from the same cells as the workbook. Not among {@link ReturnFormat}: its bytes depend on the font of the
 * machine, and none of what is signed does.
 */
public record ReturnPdf(ReturnForm form, PrintFont font) {

    public static final String EXTENSION = ".pdf";
    public static final String CONTENT_TYPE = "application/pdf";

    /** Throws {@link NoPrintFont} when the font lacks a character of the sheet. */
    public byte[] write(ProvincialReturn filed) {
        try (var workbook = new XSSFWorkbook()) {
            new OfficialSheet(form).addTo(workbook, filed);
            return SheetPdf.print(workbook.getSheetAt(0), font);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
    }
}
