package org.jianxi.gateway.mapping.table;

import org.jianxi.gateway.mapping.notation.Characters;

/**
 * One row of a table as it streams by. Columns count from 1.
 *
 * @param number of the row in a sheet, or the physical line of CSV
 * @param cells by column less one; null where nothing stands
 * @param width how many of {@code cells} count
 */
@SuppressWarnings("ArrayRecordComponent") // one array for each row, written by its reader only
public record Row(
        int number, @org.jspecify.annotations.Nullable Value[] cells, int width) {

    private static final Value NOTHING = new Value.Nothing();

    public Value at(int column) {
        var value = column <= width ? cells[column - 1] : null;
        return value == null ? NOTHING : value;
    }

    /** Whether nothing stands in it but blanks. */
    public boolean isBlank() {
        for (var at = 0; at < width; at++) {
            if (!isBlank(cells[at])) {
                return false;
            }
        }
        return true;
    }

    public static boolean isBlank(@org.jspecify.annotations.Nullable Value value) {
        return value == null
                || value instanceof Value.Nothing
                || (value instanceof Value.Text text && Characters.isBlank(text.text()));
    }

    /** What the first cell that says anything says; empty in a blank row. */
    public String firstText() {
        for (var at = 0; at < width; at++) {
            if (!isBlank(cells[at])) {
                return at(at + 1).asText();
            }
        }
        return "";
    }

    public void pour(Grid grid, int as) {
        for (var at = 0; at < width; at++) {
            var value = cells[at];
            if (value != null) {
                grid.put(as, at + 1, value);
            }
        }
    }
}
