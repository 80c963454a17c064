package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.mapping.source.SampleTable;

/** What a mapping's {@code rows} must say so that all rows of a table's data are read and no other. */
record RowWords(TableLook look) {

    /** The first word of the rows behind the data that are none; empty where there are none. A subtotal amid the data ends nothing. */
    List<String> endings() {
        var endings = new ArrayList<String>();
        var data = look.rows();
        for (var row = data.isEmpty() ? look.last() + 1 : data.getLast() + 1;
                row <= look.table().lastRow();
                row++) {
            if (look.begins(row, TableLook.TOTALS) || look.begins(row, TableLook.BELOW)) {
                var said = look.firstText(row);
                endings.add(TableLook.TOTALS.stream()
                        .filter(said::startsWith)
                        .findFirst()
                        .or(() -> TableLook.BELOW.stream()
                                .filter(said::startsWith)
                                .findFirst())
                        .orElse(said));
            }
        }
        return endings.stream().distinct().toList();
    }

    /** The column that numbers rows where nothing else stands, as printed sheets have them beforehand; empty where none does. */
    Optional<String> numberedOnly() {
        return look.rows().stream()
                .map(row -> look.columns().keySet().stream()
                        .filter(column -> look.table().kind(row, column) != SampleTable.Kind.NOTHING)
                        .toList())
                .filter(stated -> stated.size() == 1)
                .map(List::getFirst)
                .filter(column -> Shape.of(look.values(column)).isOfAmounts())
                .map(column -> look.path(column).getLast())
                .findFirst();
    }

    /** Columns with a value that is shown in rows below its own. */
    Set<String> mergedColumns() {
        var merged = new HashSet<String>();
        look.columns().forEach((column, path) -> {
            if (look.rows().stream().anyMatch(row -> isShownFromAbove(row, column))) {
                merged.add(path.getLast());
                merged.add(String.join("/", path));
            }
        });
        return merged;
    }

    private boolean isShownFromAbove(int row, int column) {
        return look.table().kind(row, column) == SampleTable.Kind.NOTHING
                && look.table().isShownFromAbove(row, column);
    }
}
