package org.jianxi.gateway.mapping.source;

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

/** Where the rows of a streamed table come from: a sheet or a CSV file. */
public interface TableOrigin {

    /** The rows from the top, each time it is asked. */
    RowStream rows() throws UnreadableDocument;

    /** The merged ranges of cells. */
    default List<A1.Range> merged() throws UnreadableDocument {
        return List.of();
    }

    /** Rows that hold nothing but these cells, however far down, at the price of reading all of them once more. */
    default List<Row> cells(Set<Address.Cell> wanted) throws UnreadableDocument {
        return List.of();
    }

    /** @param header the column's own words, where they name places */
    Place place(int row, int column, String header);

    /** Of a whole row: its first cell. */
    default Place place(int row) {
        return place(row, 1, "");
    }

    /** Of a merged range. */
    default Place place(A1.Range range) {
        return place(range.top(), range.left(), "");
    }

    DateSystem dates();

    /** The row as {@code header: {row: 4}} counts it: a sheet numbers its rows, CSV has only their order. */
    int position(Row row, int ordinal);

    /** Whether every row must have as many fields as the header. */
    boolean isRagged(Row row, int headerWidth);

    List<Finding> remarks();
}
