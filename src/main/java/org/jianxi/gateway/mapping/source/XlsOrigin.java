package org.jianxi.gateway.mapping.source;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.RowStream;
import org.jianxi.gateway.mapping.table.XlsWorkbook;

/** Rows of one sheet of an open xls workbook. */
public record XlsOrigin(XlsWorkbook workbook, XlsWorkbook.Sheet sheet) implements TableOrigin {

    @Override
    public RowStream rows() throws UnreadableDocument {
        return workbook.rows(sheet);
    }

    @Override
    public List<A1.Range> merged() throws UnreadableDocument {
        return workbook.merged(sheet);
    }

    @Override
    public Place place(int row, int column, String header) {
        return Place.cell(sheet.name(), A1.write(row, column));
    }

    @Override
    public Place place(A1.Range range) {
        return Place.cell(sheet.name(), range.written());
    }

    @Override
    public int position(Row row, int ordinal) {
        return row.number();
    }

    @Override
    public DateSystem dates() {
        return DateSystem.FROM_1900;
    }

    @Override
    public boolean isRagged(Row row, int headerWidth) {
        return false;
    }

    @Override
    public List<Finding> remarks() {
        return List.of();
    }
}
