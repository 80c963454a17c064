package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.RowStream;
import org.jianxi.gateway.mapping.table.Value;
import org.jianxi.gateway.mapping.table.Workbook;
import org.jianxi.gateway.mapping.table.WorkbookIndex;

/** Rows of one sheet of an open workbook. */
public record SheetOrigin(Workbook workbook, WorkbookIndex.Sheet sheet) implements TableOrigin {

    @Override
    public RowStream rows() throws UnreadableDocument {
        return workbook.rows(sheet);
    }

    @Override
    public List<A1.Range> merged() throws UnreadableDocument {
        return workbook.merged(sheet);
    }

    @Override
    public List<Row> cells(Set<Address.Cell> wanted) throws UnreadableDocument {
        var found = new ArrayList<Row>();
        try (var rows = workbook.rows(sheet)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                for (var cell : wanted) {
                    if (cell.row() == row.number()) {
                        found.add(alone(row, cell.column()));
                    }
                }
            }
            return found;
        } catch (IOException damaged) {
            throw Workbook.refusalIn(damaged);
        }
    }

    private static Row alone(Row row, int column) {
        var cells = new Value[column];
        cells[column - 1] = row.at(column);
        return new Row(row.number(), cells, column);
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
        return workbook.dates();
    }

    @Override
    public boolean isRagged(Row row, int headerWidth) {
        return false;
    }

    @Override
    public List<Finding> remarks() {
        return workbook.remarks();
    }
}
