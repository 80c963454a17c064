package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.table.Grid;

/**
 * The columns of a table by what their header says. Rows of a merged header are joined: a part under its whole reads
 * {@code whole/part}.
 *
 * @param firstRow of the header
 * @param lastRow of the header
 * @param anchorColumn where the text stood that the header was found by; 1 when it was found by its row
 * @param paths each column's labels from top to bottom, joined by /
 * @param numbered the column of each number printed below the header; empty where none are
 * @param month fills the names that a mapping looks for
 */
public record Header(
        int firstRow,
        int lastRow,
        int anchorColumn,
        SortedMap<Integer, String> paths,
        Map<Integer, Integer> numbered,
        MonthNames month) {

    private static final int ROWS_SEARCHED = 50;
    private static final Pattern UNIT = Pattern.compile("\\((个|人|名|家|元|千元|万元)\\)(?=/|$)");
    private static final Pattern LAST_UNIT = Pattern.compile(UNIT.pattern() + "$");

    public static Header find(Grid grid, TableRule rule, MonthNames month) throws UnreadableDocument {
        if (rule.anchor().isEmpty()) {
            return at(grid, rule, month, rule.headerRow(), 1);
        }
        var start = rule.below().isEmpty()
                ? 0
                : firstCell(
                                grid,
                                0,
                                Integer.MAX_VALUE - 1,
                                month.fill(rule.below().get()))
                        .row();
        var anchor =
                firstCell(grid, start, ROWS_SEARCHED, month.fill(rule.anchor().get()));
        return at(grid, rule, month, anchor.row(), anchor.column());
    }

    /** The first cell saying this after a row and at most so many rows on. */
    private static CellAt firstCell(Grid grid, int after, int rows, String text) throws UnreadableDocument {
        var wanted = Characters.label(text);
        for (var row : grid.rows().subMap(after + 1, after + rows + 1).entrySet()) {
            for (var column : row.getValue().keySet()) {
                if (Characters.label(grid.textAt(row.getKey(), column)).equals(wanted)) {
                    return new CellAt(row.getKey(), column);
                }
            }
        }
        throw notFound(grid.place(after + 1, 1), text, after, rows);
    }

    private record CellAt(int row, int column) {}

    private static UnreadableDocument notFound(Place place, String text, int after, int rows) {
        if (rows > ROWS_SEARCHED) {
            return new UnreadableDocument(
                    DocumentRule.HEADER,
                    place,
                    new Bilingual("找不到“%s”".formatted(text), "Nothing says \"%s\"".formatted(text)));
        }
        return new UnreadableDocument(
                DocumentRule.HEADER,
                place,
                new Bilingual(
                        (after == 0 ? "前%d行中找不到表头“%s”" : "之后的%d行中找不到表头“%s”").formatted(rows, text),
                        "There is no header \"%s\" in the %s %d rows"
                                .formatted(text, after == 0 ? "first" : "next", rows)));
    }

    private static Header at(Grid grid, TableRule rule, MonthNames month, int first, int anchorColumn)
            throws UnreadableDocument {
        var last = first + rule.headerRows() - 1;
        var paths = new TreeMap<Integer, String>();
        for (var column = 1; column <= grid.lastColumn(first, last); column++) {
            var path = path(grid, first, last, column);
            if (!path.isEmpty()) {
                paths.put(column, path);
            }
        }
        if (paths.isEmpty()) {
            throw new UnreadableDocument(
                    DocumentRule.HEADER,
                    grid.place(first, 1),
                    new Bilingual("第%d行没有表头".formatted(first), "Row %d holds no header".formatted(first)));
        }
        return new Header(first, last, anchorColumn, paths, Map.of(), month);
    }

    /** The same header with the row of printed numbers below it, where all of {@code numbers} are. */
    public Header numbered(Grid grid, List<Integer> numbers) {
        return new Header(firstRow, lastRow, anchorColumn, paths, NumberRow.find(grid, lastRow, numbers), month);
    }

    private static String path(Grid grid, int first, int last, int column) {
        var parts = new ArrayList<String>();
        for (var row = first; row <= last; row++) {
            var part = Characters.label(grid.shownAt(row, column));
            if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The columns an address can mean: one, unless the header leaves it open or its number contradicts its label. */
    public List<Integer> columns(Address.Column address) {
        var labelled = labelled(address);
        var column = address.printed().map(numbered::get);
        if (column.isEmpty()) {
            return labelled;
        }
        return labelled.isEmpty() || labelled.contains(column.get())
                ? List.of(column.get())
                : Stream.concat(column.stream(), labelled.stream()).toList();
    }

    /** By the first alias that matches any column: its whole path, else the path's end. */
    private List<Integer> labelled(Address.Column address) {
        for (var alias : address.aliases()) {
            var wanted = withoutUnit(Characters.label(month.fill(alias)));
            var whole = matching(path -> withoutUnit(path).equals(wanted));
            var found = whole.isEmpty() ? matching(path -> withoutUnit(path).endsWith("/" + wanted)) : whole;
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The unit a column's header names in brackets at its end; empty when it names none. */
    String unitOf(int column) {
        var unit = LAST_UNIT.matcher(paths.getOrDefault(column, ""));
        return unit.find() ? unit.group(1) : "";
    }

    Place place(Grid grid) {
        return grid.place(firstRow, anchorColumn);
    }

    private List<Integer> matching(Predicate<String> test) {
        return paths.entrySet().stream()
                .filter(entry -> test.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String withoutUnit(String path) {
        return UNIT.matcher(path).replaceAll("");
    }
}
