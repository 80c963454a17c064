package org.jianxi.gateway.mapping.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.RowChoice;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Value;

/**
 * A table of a sample as it stands, before any mapping says where its header is: read by the very readers, and under the very
 * limits, that a mapping will use. Rows and columns count from 1.
 */
public final class SampleTable {

    private final String name;
    private final boolean hidden;
    private final Grid grid;

    SampleTable(String name, boolean hidden, Grid grid) {
        this.name = name;
        this.hidden = hidden;
        this.grid = grid;
    }

    /** How a cell's value is typed by the document itself. */
    public enum Kind {
        NOTHING,
        TEXT,
        NUMBER,
        DATE,
        OTHER
    }

    /** Every sheet of a workbook, in its order. */
    public static List<SampleTable> workbook(byte[] content) throws UnreadableDocument {
        return WorkbookGrid.all(content);
    }

    /** A CSV file in this encoding. */
    public static SampleTable csv(byte[] content, Charset encoding, char separator) throws UnreadableDocument {
        var dialect = new CsvDialect(encoding, separator, '"', Optional.empty(), false);
        var rule = new TableRule(
                dialect,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                new RowChoice.Only(),
                List.of(),
                MergedRule.UNSPOKEN);
        return new SampleTable("", false, CsvGrid.read(content, rule));
    }

    /** The sheet's name; empty in CSV. */
    public String name() {
        return name;
    }

    public boolean isHidden() {
        return hidden;
    }

    public int lastRow() {
        return grid.rows().isEmpty() ? 0 : grid.rows().lastKey();
    }

    public int lastColumn() {
        return grid.lastColumn(1, lastRow());
    }

    /** What a cell says in its own right; empty where it says nothing. */
    public String text(int row, int column) {
        return grid.textAt(row, column);
    }

    /** What a cell shows: inside a merged range, what the range says. */
    public String shown(int row, int column) {
        return grid.shownAt(row, column);
    }

    /** Whether a cell lies in a merged range that begins in a row above it, in its own column. */
    public boolean isShownFromAbove(int row, int column) {
        return grid.over(row, column)
                .filter(range -> range.top() < row && range.left() == column)
                .isPresent();
    }

    public Kind kind(int row, int column) {
        return switch (grid.at(row, column)) {
            case Value.Nothing nothing -> Kind.NOTHING;
            case Value.Text text -> text.text().isBlank() ? Kind.NOTHING : Kind.TEXT;
            case Value.Number number -> Kind.NUMBER;
            case Value.Dated dated -> Kind.DATE;
            default -> Kind.OTHER;
        };
    }
}
