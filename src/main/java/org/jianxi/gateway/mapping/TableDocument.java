package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;

/** One row of a table under its header, asked by column, by cell or by what stands above the header. */
record TableDocument(Grid grid, Header header, int row) implements SourceDocument {

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.Column column -> inColumn(column);
            case Address.Cell cell -> found(cell.row(), cell.column());
            case Address.Title title -> title();
            case Address.Pointer pointer -> throw SourceDocument.foreign(pointer);
            case Address.XmlPath path -> throw SourceDocument.foreign(path);
        };
    }

    @Override
    public List<Finding> remarks() {
        return grid.remarks();
    }

    /** The unit named in the header of the column an address means; empty when none is named. */
    String headerUnit(Address address) {
        if (!(address instanceof Address.Column column)) {
            return "";
        }
        var columns = header.columns(column);
        return columns.size() == 1 ? header.unitOf(columns.getFirst()) : "";
    }

    private Answer inColumn(Address.Column column) {
        var columns = header.columns(column);
        if (columns.isEmpty()) {
            var shown = Characters.quoted(column.aliases().getFirst());
            var why = new Bilingual("表头中没有“%s”".formatted(shown), "the header has no \"%s\"".formatted(shown));
            return new Answer.NoSuchPlace(header.place(grid), why);
        }
        if (columns.size() > 1) {
            var shown = Characters.quoted(column.aliases().getFirst());
            var why = new Bilingual(
                    "表头中“%s”对应%d列".formatted(shown, columns.size()),
                    "the header has %d columns for \"%s\"".formatted(columns.size(), shown));
            return new Answer.Several(grid.place(header.firstRow(), columns.getFirst()), why);
        }
        return found(row, columns.getFirst());
    }

    private Answer found(int atRow, int column) {
        return new Answer.Found(grid.at(atRow, column), grid.place(atRow, column));
    }

    private Answer title() {
        var above = grid.rows().headMap(header.firstRow());
        var text = above.entrySet().stream()
                .flatMap(entry -> entry.getValue().keySet().stream().map(column -> grid.textAt(entry.getKey(), column)))
                .collect(Collectors.joining("\n"));
        return new Answer.Found(new Value.Text(text), grid.place(1, 1));
    }
}
