package org.jianxi.gateway.mapping.source;

import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.table.MergedCell;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/**
 * One row of a streamed table, asked by column; its table answers for the document.
 *
 * @param over the merged ranges whose value stands elsewhere, by column
 */
@SuppressWarnings("ArrayRecordComponent") // one for each row, as the row itself
record RowDocument(Row row, @Nullable MergedCell[] over, StreamedTable table) implements SourceDocument {

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.Column column -> inColumn(column);
            case Address.OfDocument whole -> table.whole().find(whole.inner());
            default -> throw SourceDocument.foreign(address);
        };
    }

    @Override
    public Place place() {
        return table.place(row.number());
    }

    private Answer inColumn(Address.Column address) {
        var column = table.columnOf(address);
        return column > 0
                ? new Answer.Found(value(column), () -> table.place(row.number(), column))
                : table.unclear(address);
    }

    private Value value(int column) {
        var own = row.at(column);
        var merged = column < over.length ? over[column] : null;
        return merged == null ? own : table.merged(merged, own, column);
    }

    @Override
    public boolean isTable() {
        return true;
    }

    @Override
    public DateSystem dates() {
        return table.dates();
    }

    @Override
    public String headerUnit(Address address) {
        return table.whole().headerUnit(address);
    }
}
