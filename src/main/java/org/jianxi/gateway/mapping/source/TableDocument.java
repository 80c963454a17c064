package org.jianxi.gateway.mapping.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Value;

/**
 * A table under its header, asked by column, by cell or by what stands above the header.
 *
 * @param rows that belong to the return: the one row of its figures, or all of them where figures stand below one another
 */
public record TableDocument(Grid grid, Header header, List<Integer> rows, DateSystem dates) implements SourceDocument {

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.Column column -> inColumn(column, rows);
            case Address.ColumnAtRow crossing -> crossing(crossing);
            case Address.Cell cell -> shown(cell);
            case Address.Title title -> title();
            case Address.OfDocument whole -> find(whole.inner());
            default -> throw SourceDocument.foreign(address);
        };
    }

    @Override
    public List<Finding> remarks() {
        return grid.remarks();
    }

    @Override
    public boolean isTable() {
        return true;
    }

    @Override
    public String headerUnit(Address address) {
        if (!(address instanceof Address.Column column)) {
            return "";
        }
        var columns = header.columns(column);
        return columns.size() == 1 ? header.unitOf(columns.getFirst()) : "";
    }

    /** What the column says in these rows, which must be one thing. */
    private Answer inColumn(Address.Column column, List<Integer> among) {
        var columns = header.columns(column);
        if (columns.size() != 1) {
            return unclear(column, columns);
        }
        var at = columns.getFirst();
        var said = among.stream().map(row -> grid.textAt(row, at)).distinct().count();
        return said > 1
                ? new Answer.Several(
                        grid.place(among.getFirst(), at),
                        new Bilingual(
                                "“%s”列各行不一致".formatted(Characters.quoted(column.toString())),
                                "the rows differ in the column \"%s\"".formatted(Characters.quoted(column.toString()))))
                : found(among.getFirst(), at);
    }

    Answer unclear(Address.Column column, List<Integer> columns) {
        var shown = Characters.quoted(column.aliases().getFirst());
        return columns.isEmpty()
                ? new Answer.NoSuchPlace(
                        header.place(grid),
                        new Bilingual("表头中没有“%s”".formatted(shown), "the header has no \"%s\"".formatted(shown)))
                : new Answer.Several(
                        grid.place(header.firstRow(), columns.getFirst()),
                        new Bilingual(
                                "表头中“%s”对应%d列".formatted(shown, columns.size()),
                                "the header has %d columns for \"%s\"".formatted(columns.size(), shown)));
    }

    private Answer crossing(Address.ColumnAtRow crossing) {
        var keys = header.columns(crossing.key());
        if (keys.size() != 1) {
            return unclear(crossing.key(), keys);
        }
        var value = Characters.label(header.month().fill(crossing.value()));
        var named = rows.stream()
                .filter(row ->
                        Characters.label(grid.textAt(row, keys.getFirst())).equals(value))
                .toList();
        var shown = Characters.quoted(value);
        if (named.isEmpty()) {
            return new Answer.NoSuchPlace(
                    grid.place(header.firstRow(), keys.getFirst()),
                    new Bilingual(
                            "“%s”列没有“%s”行".formatted(crossing.key(), shown),
                            "no row has \"%s\" in the column \"%s\"".formatted(shown, crossing.key())));
        }
        return named.size() == 1
                ? inColumn(crossing.column(), named)
                : new Answer.Several(
                        grid.place(named.get(1), keys.getFirst()),
                        new Bilingual(
                                "“%s”列有%d行“%s”".formatted(crossing.key(), named.size(), shown),
                                "%d rows have \"%s\" in the column \"%s\""
                                        .formatted(named.size(), shown, crossing.key())));
    }

    /** A fixed cell says what is seen there. */
    private Answer shown(Address.Cell cell) {
        var seen = Grid.shown(Set.of(cell), grid.merged()).iterator().next();
        return new Answer.Found(grid.at(seen.row(), seen.column()), grid.place(seen.row(), seen.column()));
    }

    private Answer found(int atRow, int column) {
        var over = grid.over(atRow, column).filter(range -> range.top() > header.lastRow());
        var value = over.<Value>map(range -> elsewhere(range)).orElseGet(() -> grid.at(atRow, column));
        return new Answer.Found(value, grid.place(atRow, column));
    }

    /** Of figures nobody may say that they mean several rows. */
    private static Value elsewhere(A1.Range range) {
        return new Value.Unusable(
                new Bilingual(
                        "在合并单元格%s中，值在%s，不能确定属于哪一行".formatted(range.written(), range.first()),
                        "lies in the merged cells %s whose value stands in %s: whose it is cannot be told"
                                .formatted(range.written(), range.first())),
                Optional.of(MappingRule.MERGED));
    }

    private Answer title() {
        var above = grid.rows().headMap(header.firstRow());
        var text = above.entrySet().stream()
                .flatMap(entry -> entry.getValue().keySet().stream().map(column -> grid.textAt(entry.getKey(), column)))
                .collect(Collectors.joining("\n"));
        return new Answer.Found(new Value.Text(text), grid.place(1, 1));
    }
}
