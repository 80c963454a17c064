package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.mapping.table.CsvRows;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.RowStream;
import org.jianxi.gateway.mapping.table.SheetBudget;

/** Rows of a CSV file. Places are physical lines and the header's own words. */
public record CsvOrigin(Content content, CsvDialect dialect, SheetBudget budget) implements TableOrigin {

    @Override
    public RowStream rows() throws UnreadableDocument {
        try {
            return new CsvRows(content.open(), dialect, budget);
        } catch (IOException unreadable) {
            throw CsvRows.refusalOf(unreadable, 1);
        }
    }

    @Override
    public Place place(int row, int column, String header) {
        return Place.line(row, header.isEmpty() ? Integer.toString(column) : header);
    }

    @Override
    public Place place(int row) {
        return Place.line(row, null);
    }

    @Override
    public int position(Row row, int ordinal) {
        return ordinal;
    }

    @Override
    public DateSystem dates() {
        return DateSystem.FROM_1900;
    }

    /** Empty fields behind the last column are what spreadsheets leave there. */
    @Override
    public boolean isRagged(Row row, int headerWidth) {
        for (var column = headerWidth + 1; column <= row.width(); column++) {
            if (!Row.isBlank(row.at(column))) {
                return true;
            }
        }
        return row.width() < headerWidth;
    }

    @Override
    public List<Finding> remarks() {
        return List.of();
    }
}
