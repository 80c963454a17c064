package org.jianxi.gateway.console.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jianxi.gateway.forms.SheetLayout;

/** The printed form's header as rows of a table, read from where the sheet merges its cells. */
public record FormHead(List<List<Cell>> rows) {

    /** A heading over so many columns and rows. */
    public record Cell(String text, int columns, int rows) {}

    private static final Pattern RANGE = Pattern.compile("([A-Z])([0-9]+):([A-Z])([0-9]+)");
    private static final char FIRST = 'A';

    /** A range of the sheet: columns as letters, rows from 1, all included. */
    private record Range(char left, int top, char right, int bottom) {

        static Optional<Range> parse(String written) {
            return Optional.of(RANGE.matcher(written))
                    .filter(Matcher::matches)
                    .map(range -> new Range(
                            range.group(1).charAt(0),
                            Integer.parseInt(range.group(2)),
                            range.group(3).charAt(0),
                            Integer.parseInt(range.group(4))));
        }

        boolean covers(char column, int row) {
            return column >= left && column <= right && row >= top && row <= bottom;
        }

        boolean beginsAt(char column, int row) {
            return column == left && row == top;
        }

        int columns() {
            return right - left + 1;
        }

        int rows() {
            return bottom - top + 1;
        }
    }

    public FormHead {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static FormHead of(SheetLayout layout) {
        var merged = layout.merged().stream()
                .flatMap(one -> Range.parse(one).stream())
                .toList();
        var last = layout.columns().values().stream()
                .map(column -> column.charAt(0))
                .max(Character::compare)
                .orElse(FIRST);
        var bottom = layout.numberRow() - 1;
        var top = at(merged, FIRST, bottom).map(Range::top).orElse(bottom);
        return new FormHead(IntStream.rangeClosed(top, bottom)
                .mapToObj(row -> row(layout, merged, row, last))
                .toList());
    }

    private static List<Cell> row(SheetLayout layout, List<Range> merged, int row, char last) {
        var cells = new ArrayList<Cell>();
        for (var column = FIRST; column <= last; column++) {
            var text = layout.text().getOrDefault(column + String.valueOf(row), "");
            var range = at(merged, column, row);
            if (range.isEmpty()) {
                cells.add(new Cell(text, 1, 1));
            } else if (range.get().beginsAt(column, row)) {
                cells.add(new Cell(text, range.get().columns(), range.get().rows()));
            }
        }
        return cells;
    }

    private static Optional<Range> at(List<Range> merged, char column, int row) {
        return merged.stream().filter(range -> range.covers(column, row)).findFirst();
    }
}
