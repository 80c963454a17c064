package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;

/** Where the rows of a streamed table come from: a sheet or a CSV file. */
interface TableOrigin {

    /** The rows from the top, each time it is asked. */
    RowStream rows() throws UnreadableDocument;

    /** What stands behind the rows or far below the header, at the price of reading all of them once more. */
    Survey survey(Set<Address.Cell> wanted) throws UnreadableDocument;

    /** @param header the column's own words, where they name places */
    Place place(int row, int column, String header);

    DateSystem dates();

    /** The row as {@code header: {row: 4}} counts it: a sheet numbers its rows, CSV has only their order. */
    int position(Row row, int ordinal);

    /** Whether every row must have as many fields as the header. */
    boolean isRagged(Row row, int headerWidth);

    List<Finding> remarks();

    /** Merged ranges, and rows that hold nothing but wanted cells. */
    record Survey(List<A1.Range> merged, List<Row> cells) {

        static final Survey NOTHING = new Survey(List.of(), List.of());

        public Survey {
            merged = List.copyOf(merged);
            cells = List.copyOf(cells);
        }
    }
}
