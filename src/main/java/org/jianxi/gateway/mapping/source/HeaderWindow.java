package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.A1;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.RowStream;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/** The rows of a streamed table down to the end of its header: the only ones that are kept. */
final class HeaderWindow {

    private static final int ROWS_KEPT = 50;

    private final TableOrigin origin;
    private final TableRule rule;
    private final MonthNames month;
    private final List<Row> kept = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private @Nullable Row beyond;
    private int ordinal;
    private int below;
    private int last = Integer.MAX_VALUE;

    HeaderWindow(TableOrigin origin, TableRule rule, MonthNames month) {
        this.origin = origin;
        this.rule = rule;
        this.month = month;
        this.below = rule.below().isEmpty() ? 0 : -1;
        if (rule.anchor().isEmpty()) {
            last = rule.headerRow() + rule.headerRows() - 1;
        }
    }

    /** Reads down to the header's end; the rows stay where they are then. */
    void read(RowStream rows) throws UnreadableDocument {
        for (var row = rows.next(); row != null; row = rows.next()) {
            var position = origin.position(row, ++ordinal);
            if (position > last) {
                beyond = row;
                return;
            }
            keep(row, position);
            if (position == last || (below >= 0 && last == Integer.MAX_VALUE && position > below + ROWS_KEPT)) {
                return;
            }
        }
    }

    private void keep(Row row, int position) {
        var isBelow = below < 0 && says(row, rule.below().orElse(""));
        if (position <= ROWS_KEPT || below >= 0 || isBelow) {
            kept.add(row);
            positions.add(position);
        }
        if (isBelow) {
            below = position;
        } else if (below >= 0
                && last == Integer.MAX_VALUE
                && says(row, rule.anchor().orElse(""))) {
            last = position + rule.headerRows() - 1;
        }
    }

    private boolean says(Row row, String text) {
        var wanted = Characters.label(month.fill(text));
        for (var column = 1; column <= row.width(); column++) {
            if (row.at(column) instanceof Value.Text cell
                    && Characters.label(cell.text()).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The first row behind the header where it had to be read to know; null otherwise. */
    @Nullable
    Row beyond() {
        return beyond;
    }

    /** @param cells rows of the sheet below the header that hold what the document is asked for */
    Grid grid(List<A1.Range> merged, List<Row> cells) {
        var grid = new Grid(merged, (position, column) -> origin.place(numberAt(position), column, ""), List.of());
        for (var at = 0; at < kept.size(); at++) {
            kept.get(at).pour(grid, positions.get(at));
        }
        cells.forEach(row -> row.pour(grid, row.number()));
        return grid;
    }

    /** The row's number in the sender's terms. */
    int numberAt(int position) {
        var at = positions.indexOf(position);
        return at < 0 ? position : kept.get(at).number();
    }
}
