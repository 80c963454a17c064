package org.jianxi.gateway.mapping.table;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jianxi.gateway.mapping.notation.A1;
import org.jspecify.annotations.Nullable;

/** The merged ranges of a sheet while its rows stream by: which cells of the row at hand show what stands elsewhere. */
public final class MergedCells {

    private static final @Nullable MergedCell[] NONE = new MergedCell[0];

    private final List<A1.Range> ranges;
    private final @Nullable MergedCell[] open;
    private int next;
    private int lowest;
    private int rightmost;

    /**
     * @param headerRow the last row of the header: a range that begins there or above holds no data
     * @param columns no more of them hold anything
     */
    public MergedCells(List<A1.Range> ranges, int headerRow, int columns) {
        this.ranges = ranges.stream()
                .filter(range -> range.top() > headerRow && range.left() <= columns)
                .sorted(Comparator.comparingInt(A1.Range::top))
                .toList();
        this.open = this.ranges.isEmpty() ? NONE : new MergedCell[columns + 1];
    }

    /**
     * The ranges whose value stands in another cell than that of this row, by column; empty where there is none. Asked once for
     * each row, from the top.
     */
    @Nullable
    public MergedCell[] over(Row row) {
        while (next < ranges.size() && ranges.get(next).top() <= row.number()) {
            begin(ranges.get(next++), row);
        }
        if (lowest < row.number()) {
            return NONE;
        }
        var over = new MergedCell[rightmost + 1];
        var any = false;
        for (var column = 1; column <= rightmost; column++) {
            var cell = open[column];
            if (cell != null && cell.range().bottom() >= row.number() && !isFirst(cell.range(), row.number(), column)) {
                over[column] = cell;
                any = true;
            }
        }
        return any ? over : NONE;
    }

    private void begin(A1.Range range, Row row) {
        var value = row.number() == range.top() ? row.at(range.left()) : new Value.Nothing();
        var right = Math.min(range.right(), open.length - 1);
        var cell = Row.isBlank(value) ? null : new MergedCell(range, value);
        for (var column = range.left(); column <= right; column++) {
            open[column] = cell;
        }
        if (cell != null) {
            lowest = Math.max(lowest, range.bottom());
            rightmost = Math.max(rightmost, right);
        }
    }

    private static boolean isFirst(A1.Range range, int row, int column) {
        return row == range.top() && column == range.left();
    }

    /** Adds the columns in which the values of these columns may stand. */
    public void addFirstColumns(BitSet columns) {
        for (var range : ranges) {
            var shared = columns.nextSetBit(range.left() + 1);
            if (shared > 0 && shared <= range.right()) {
                columns.set(range.left());
            }
        }
    }
}
