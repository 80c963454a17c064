package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.RowStream;
import org.jspecify.annotations.Nullable;

/** A table whose every row somebody hears of as it streams by, also those that are no records: what an office counted stands there. */
public record OverheardOrigin(TableOrigin origin, Consumer<Row> listener) implements TableOrigin {

    @Override
    public RowStream rows() throws UnreadableDocument {
        return new OverheardRows(origin.rows(), listener);
    }

    @Override
    public List<A1.Range> merged() throws UnreadableDocument {
        return origin.merged();
    }

    @Override
    public List<Row> cells(Set<Address.Cell> wanted) throws UnreadableDocument {
        return origin.cells(wanted);
    }

    @Override
    public Place place(int row, int column, String header) {
        return origin.place(row, column, header);
    }

    @Override
    public Place place(int row) {
        return origin.place(row);
    }

    @Override
    public Place place(A1.Range range) {
        return origin.place(range);
    }

    @Override
    public DateSystem dates() {
        return origin.dates();
    }

    @Override
    public int position(Row row, int ordinal) {
        return origin.position(row, ordinal);
    }

    @Override
    public boolean isRagged(Row row, int headerWidth) {
        return origin.isRagged(row, headerWidth);
    }

    @Override
    public List<Finding> remarks() {
        return origin.remarks();
    }

    private record OverheardRows(RowStream rows, Consumer<Row> listener) implements RowStream {

        @Override
        public @Nullable Row next() throws UnreadableDocument {
            var row = rows.next();
            if (row != null) {
                listener.accept(row);
            }
            return row;
        }

        @Override
        public void keepOnly(BitSet columns) {
            rows.keepOnly(columns);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
