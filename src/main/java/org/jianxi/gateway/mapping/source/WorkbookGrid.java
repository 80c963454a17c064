package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.SheetBudget;
import org.jianxi.gateway.mapping.table.SheetNames;
import org.jianxi.gateway.mapping.table.Workbook;
import org.jianxi.gateway.mapping.table.WorkbookIndex;

/** Reads whole sheets of an xlsx workbook into grids, as a monthly return and a sample need them. */
public final class WorkbookGrid {

    private WorkbookGrid() {}

    /** @param sheets the names the wanted sheet may have */
    public static Grid read(byte[] content, SheetNames sheets) throws UnreadableDocument {
        try (var workbook = open(content)) {
            return grid(workbook, workbook.choose(sheets));
        }
    }

    /** Every sheet, in the workbook's order. */
    static List<SampleTable> all(byte[] content) throws UnreadableDocument {
        try (var workbook = open(content)) {
            var tables = new ArrayList<SampleTable>();
            for (var sheet : workbook.sheets()) {
                tables.add(new SampleTable(sheet.name(), sheet.hidden(), grid(workbook, sheet)));
            }
            return tables;
        }
    }

    private static Workbook open(byte[] content) throws UnreadableDocument {
        return Workbook.open(new Content.InMemory(content), SheetBudget.OF_A_RETURN);
    }

    private static Grid grid(Workbook workbook, WorkbookIndex.Sheet sheet) throws UnreadableDocument {
        try (var rows = workbook.rows(sheet)) {
            var cells = new ArrayList<Row>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                cells.add(row);
            }
            var grid = new Grid(
                    workbook.merged(sheet),
                    (row, column) -> Place.cell(sheet.name(), A1.write(row, column)),
                    workbook.remarks());
            cells.forEach(row -> row.pour(grid, row.number()));
            return grid;
        } catch (IOException damaged) {
            throw Workbook.refusalIn(damaged);
        }
    }
}
