package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.table.Grid;

/**
 * The row below a printed header that numbers its columns 1, 2, 3 …: the form's own key, which outlives every wording.
 *
 * <p>It counts only when it holds every number of the form once, in order. No return can look like it: 8 would be less than
 * 9 and 11 together (note 7).
 */
final class NumberRow {

    private static final int ROWS_SEARCHED = 2;

    private NumberRow() {}

    /** The column of each number; empty when no such row stands below the header's last row. */
    static Map<Integer, Integer> find(Grid grid, int lastHeaderRow, List<Integer> numbers) {
        for (var row = lastHeaderRow + 1; row <= lastHeaderRow + ROWS_SEARCHED; row++) {
            var columns = in(grid, row, numbers);
            if (!numbers.isEmpty() && columns.size() == numbers.size()) {
                return columns;
            }
        }
        return Map.of();
    }

    private static Map<Integer, Integer> in(Grid grid, int row, List<Integer> numbers) {
        var written = new ArrayList<Integer>();
        var columns = new TreeMap<Integer, Integer>();
        for (var column :
                grid.rows().getOrDefault(row, Collections.emptySortedMap()).keySet()) {
            var text = Characters.label(grid.textAt(row, column));
            if (text.matches("[1-9][0-9]{0,2}")) {
                written.add(Integer.parseInt(text));
                columns.put(Integer.parseInt(text), column);
            }
        }
        return written.equals(numbers) ? columns : Map.of();
    }
}
