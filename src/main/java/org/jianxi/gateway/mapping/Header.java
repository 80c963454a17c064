package org.jianxi.gateway.mapping;

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

/**
 * The columns of a table by what their header says. Rows of a merged header are joined: a part under its whole reads
 * {@code whole/part}.
 *
 * @param firstRow of the header
 * @param lastRow of the header
 * @param anchorColumn where the text stood that the header was found by; 1 when it was found by its row
 * @param paths each column's labels from top to bottom, joined by /
 * @param numbered the column of each number printed below the header; empty where none are
 */
record Header(
        int firstRow, int lastRow, int anchorColumn, SortedMap<Integer, String> paths, Map<Integer, Integer> numbered) {

    private static final int ROWS_SEARCHED = 50;
    private static final Pattern UNIT = Pattern.compile("\\((个|人|名|家|元|千元|万元)\\)(?=/|$)");
    private static final Pattern LAST_UNIT = Pattern.compile(UNIT.pattern() + "$");

    static Header find(Grid grid, TableRule rule) throws UnreadableDocument {
        if (rule.anchor().isEmpty()) {
            return at(grid, rule, rule.headerRow(), 1);
        }
        var wanted = Characters.label(rule.anchor().get());
        for (var row : grid.rows().headMap(ROWS_SEARCHED + 1).entrySet()) {
            for (var column : row.getValue().keySet()) {
                if (Characters.label(grid.textAt(row.getKey(), column)).equals(wanted)) {
                    return at(grid, rule, row.getKey(), column);
                }
            }
        }
        throw new UnreadableDocument(
                DocumentRule.HEADER,
                grid.place(1, 1),
                new Bilingual(
                        "前%d行中找不到表头“%s”".formatted(ROWS_SEARCHED, rule.anchor().get()),
                        "There is no header \"%s\" in the first %d rows"
                                .formatted(rule.anchor().get(), ROWS_SEARCHED)));
    }

    private static Header at(Grid grid, TableRule rule, int first, int anchorColumn) throws UnreadableDocument {
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
        return new Header(first, last, anchorColumn, paths, Map.of());
    }

    /** The same header with the row of printed numbers below it, where all of {@code numbers} are. */
    Header numbered(Grid grid, List<Integer> numbers) {
        return new Header(firstRow, lastRow, anchorColumn, paths, NumberRow.find(grid, lastRow, numbers));
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
    List<Integer> columns(Address.Column address) {
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
            var wanted = withoutUnit(Characters.label(alias));
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
