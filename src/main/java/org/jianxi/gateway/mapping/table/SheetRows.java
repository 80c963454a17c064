package org.jianxi.gateway.mapping.table;

import java.io.IOException;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet as they stream by, under a budget of rows, columns, cells and text. */
public final class SheetRows implements RowStream {

    private static final int LAST_ROW = 1_048_576;

    private final XmlStream xml;
    private final SheetCell cell;
    private final SheetBudget budget;
    private @Nullable BitSet kept;
    private int row;
    private int rows;
    private long cells;

    SheetRows(XmlStream xml, SheetCell cell, SheetBudget budget) {
        this.xml = xml;
        this.cell = cell;
        this.budget = budget;
    }

    @Override
    public @Nullable Row next() throws UnreadableDocument {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    var found = row();
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException damaged) {
            throw Workbook.refusalIn(damaged);
        }
    }

    private @Nullable Row row() throws XMLStreamException, UnreadableDocument {
        var written = xml.attribute("r");
        var before = row;
        row = written == null ? row + 1 : Integer.parseInt(written.strip());
        if (row < 1 || row > LAST_ROW) {
            throw budget.exceeded();
        }
        if (row <= before) {
            throw new NumberFormatException("rows are not in order");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new XMLStreamException("stopped");
        }
        var width = cells();
        if (width == 0) {
            return null;
        }
        if (++rows > budget.rows()) {
            throw budget.exceeded();
        }
        return new Row(row, cell.takeRow(), width);
    }

    /** Reads the cells of the row; how many columns hold anything. */
    private int cells() throws XMLStreamException, UnreadableDocument {
        var width = 0;
        var column = 0;
        var says = false;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = column(column);
                if (says && kept != null && !kept.get(column)) {
                    count(column, cell.skip(xml));
                    continue;
                }
                var value = cell.read(xml);
                count(column, value != null);
                if (value != null) {
                    cell.put(column, value);
                    width = Math.max(width, column);
                    says = says || !Row.isBlank(value);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                return width;
            }
        }
    }

    private void count(int column, boolean isFilled) throws UnreadableDocument {
        if (isFilled && (column > budget.columns() || ++cells > budget.cells())) {
            throw budget.exceeded();
        }
    }

    @Override
    public void keepOnly(BitSet columns) {
        kept = columns;
    }

    private int column(int before) {
        var reference = xml.attribute("r");
        if (reference == null) {
            return before + 1;
        }
        var at = 0;
        var column = 0;
        while (at < reference.length()
                && at < 4
                && Character.toUpperCase(reference.charAt(at)) - 'A' >= 0
                && Character.isLetter(reference.charAt(at))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
            at++;
        }
        if (column < 1 || column > 16_384 || Integer.parseInt(reference, at, reference.length(), 10) != row) {
            throw new NumberFormatException("bad cell reference");
        }
        return column;
    }

    @Override
    public void close() throws IOException {
        xml.release();
    }
}
