package org.jianxi.gateway.filing.print;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet as one XHTML table: every cell as it shows, merged cells as spans, the page A4 landscape. */
final class SheetHtml {

    /** The name by which the page calls the font. */
    static final String FONT = "form";

    /** Twice the points that a column of figures is wide; a digit is half as wide as it is high. */
    private static final int COLUMN = 96;

    private static final int SMALLEST = 6;

    private static final String STYLE = """
            @page { size: A4 landscape; margin: 11mm }
            body { font-family: %s }
            table { border-collapse: collapse; width: 100%%; table-layout: fixed }
            td { padding: 3pt 2pt; vertical-align: middle; word-wrap: break-word }
            .framed { border: 0.6pt solid #000 }
            """.formatted(FONT);

    private final XSSFSheet sheet;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final StringWriter written = new StringWriter();
    private final StringBuilder texts = new StringBuilder();
    private final int columns;

    SheetHtml(XSSFSheet sheet) {
        this.sheet = sheet;
        var most = 1;
        for (var row : sheet) {
            most = Math.max(most, row.getLastCellNum());
        }
        this.columns = most;
    }

    /** Everything that is printed, for asking the font whether it has it. */
    String texts() {
        return texts.toString();
    }

    String write() {
        try {
            var html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            html.writeStartElement("html");
            html.writeStartElement("head");
            html.writeStartElement("style");
            html.writeCharacters(STYLE);
            html.writeEndElement();
            html.writeEndElement();
            html.writeStartElement("body");
            table(html);
            html.writeEndElement();
            html.writeEndElement();
            html.close();
            return written.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Memory does not fail to be written", impossible);
        }
    }

    private void table(XMLStreamWriter html) throws XMLStreamException {
        html.writeStartElement("table");
        for (var column = 0; column < columns; column++) {
            html.writeEmptyElement("col");
            html.writeAttribute("style", "width: " + sheet.getColumnWidth(column) * 100 / width() + "%");
        }
        for (var row = 0; row <= sheet.getLastRowNum(); row++) {
            html.writeStartElement("tr");
            for (var column = 0; column < columns; column++) {
                cell(html, row, column);
            }
            html.writeEndElement();
        }
        html.writeEndElement();
    }

    private int width() {
        var width = 0;
        for (var column = 0; column < columns; column++) {
            width += sheet.getColumnWidth(column);
        }
        return width;
    }

    private void cell(XMLStreamWriter html, int row, int column) throws XMLStreamException {
        var range = rangeAt(row, column);
        if (range.filter(merged -> merged.getFirstRow() != row || merged.getFirstColumn() != column)
                .isPresent()) {
            return;
        }
        html.writeStartElement("td");
        if (range.isPresent()) {
            var merged = range.get();
            html.writeAttribute("colspan", String.valueOf(merged.getLastColumn() - merged.getFirstColumn() + 1));
            html.writeAttribute("rowspan", String.valueOf(merged.getLastRow() - merged.getFirstRow() + 1));
        }
        var cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
        if (cell != null) {
            var text = formatter.formatCellValue(cell);
            look(html, cell, text);
            texts.append(text);
            html.writeCharacters(text);
        }
        html.writeEndElement();
    }

    private static void look(XMLStreamWriter html, XSSFCell cell, String text) throws XMLStreamException {
        var style = cell.getCellStyle();
        if (style.getBorderTop() != BorderStyle.NONE) {
            html.writeAttribute("class", "framed");
        }
        var points = style.getFont().getFontHeightInPoints();
        html.writeAttribute(
                "style",
                "font-size: %dpt; text-align: %s"
                        .formatted(
                                cell.getCellType() == CellType.NUMERIC ? unbroken(points, text) : points,
                                style.getAlignment().name().toLowerCase(Locale.ROOT)));
    }

    /** A long figure is written smaller, for it must not be broken over two lines. */
    private static int unbroken(int points, String figure) {
        return Math.max(SMALLEST, Math.min(points, COLUMN / Math.max(1, figure.length())));
    }

    private Optional<CellRangeAddress> rangeAt(int row, int column) {
        return sheet.getMergedRegions().stream()
                .filter(range -> range.isInRange(row, column))
                .findFirst();
    }
}
