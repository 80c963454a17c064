package org.jianxi.gateway.mapping;

/** One row of a streamed table, asked by column; its table answers for the document. */
record RowDocument(Row row, StreamedTable table) implements SourceDocument {

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.Column column -> inColumn(column);
            case Address.OfDocument whole -> table.whole().find(whole.inner());
            default -> throw SourceDocument.foreign(address);
        };
    }

    private Answer inColumn(Address.Column address) {
        var column = table.columnOf(address);
        return column > 0
                ? new Answer.Found(row.at(column), () -> table.place(row.number(), column))
                : table.unclear(address);
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
