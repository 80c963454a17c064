package org.jianxi.gateway.filing.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Prints a sheet. Nothing is fetched: the page names no address, and none would be followed. */
public final class SheetPdf {

    private static final int REGULAR = 400;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private SheetPdf() {}

    /** Throws {@link NoPrintFont} when the font lacks a character that stands in the sheet. */
    public static byte[] print(XSSFSheet sheet, PrintFont font) {
        var page = new SheetHtml(sheet);
        var html = page.write();
        font.mustHave(page.texts());
        var bytes = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(font.file().toFile(), SheetHtml.FONT, REGULAR, FontStyle.NORMAL, true);
            builder.useUriResolver((base, uri) -> null);
            builder.withHtmlContent(html, null);
            builder.withProducer("Jianxi Gateway");
            builder.toStream(bytes);
            builder.run();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
    }
}
