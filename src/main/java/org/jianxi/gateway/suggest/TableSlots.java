package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The places of a table under one guess of where its header is: its columns, or its rows where the figures stand below one another.
 *
 * @param open writes a name of the sample so that it holds for other months too
 */
record TableSlots(TableLook look, UnaryOperator<String> open) {

    /** Columns whose header leads to them alone. */
    List<Slot> columns() {
        return columns(look::values);
    }

    /** The same with what their row of totals says, where it says a figure: that is what a return is read from. */
    List<Slot> columnsWithTotals() {
        var total = look.totalRow();
        return columns(column -> {
            var values = new ArrayList<>(look.values(column));
            if (total > 0 && Shape.of(List.of(look.said(total, column))).isOfFigures()) {
                values.add(look.said(total, column));
            }
            return values;
        });
    }

    private List<Slot> columns(IntFunction<List<Said>> values) {
        var columns = look.columns();
        var paths = new HashMap<String, Integer>();
        var leaves = new HashMap<String, Integer>();
        columns.values().forEach(path -> {
            paths.merge(String.join("/", path), 1, Integer::sum);
            leaves.merge(path.getLast(), 1, Integer::sum);
        });
        var slots = new ArrayList<Slot>();
        columns.forEach((column, path) -> {
            var whole = String.join("/", path);
            if (paths.getOrDefault(whole, 0) == 1) {
                var from = leaves.getOrDefault(path.getLast(), 0) == 1 ? path.getLast() : whole;
                var context = path.subList(0, path.size() - 1);
                slots.add(new Slot(
                        slots.size(),
                        Map.of("from", open.apply(from)),
                        List.of(path.getLast()),
                        context,
                        values.apply(column)));
            }
        });
        return slots;
    }

    List<Slot> rows() {
        var columns = look.columns();
        var rows = look.rows();
        if (rows.size() < 5 || rows.size() > 200) {
            return List.of();
        }
        var key = columns.keySet().stream()
                .filter(column -> tellsApart(look, rows, column))
                .min(Comparator.comparing(column -> leaf(columns, column).equals("序号")));
        var amounts = columns.keySet().stream()
                .filter(column -> key.isEmpty() || !key.get().equals(column))
                .filter(column -> Shape.of(look.values(column)).isOfAmounts())
                .map(column -> leaf(columns, column))
                .toList();
        var months = MonthInNames.ofRows(amounts.stream()
                .filter(name -> MonthInNames.of(name).isPresent())
                .toList());
        var amount = (months.isPresent() ? ofMonths(columns) : Wording.ofAmounts(amounts))
                .flatMap(name -> columns.keySet().stream()
                        .filter(column -> leaf(columns, column).equals(name))
                        .findFirst());
        if (key.isEmpty() || amount.isEmpty()) {
            return List.of();
        }
        var from = months.orElseGet(() -> open.apply(leaf(columns, amount.get())));
        return rows(new Columns(key.get(), amount.get()), from);
    }

    /** @param key tells the rows apart, {@code amount} is read */
    private record Columns(int key, int amount) {}

    private List<Slot> rows(Columns at, String from) {
        var columns = look.columns();
        var rows = look.rows();
        var naming = naming(look, rows, at.amount());
        var slots = new ArrayList<Slot>();
        for (var row : rows) {
            var said = look.table().text(row, at.key()).strip();
            var labels = naming.stream()
                    .map(column -> look.table().shown(row, column).strip())
                    .filter(text -> !text.isEmpty())
                    .toList();
            slots.add(new Slot(
                    slots.size(),
                    inRow(from, leaf(columns, at.key()), said),
                    labels,
                    List.of(),
                    List.of(look.said(row, at.amount()))));
        }
        return slots;
    }

    /** Of a column for each month the last that is filled in. */
    private Optional<String> ofMonths(Map<Integer, List<String>> columns) {
        return columns.keySet().stream()
                .filter(column -> MonthInNames.of(leaf(columns, column)).isPresent())
                .filter(column -> !Shape.of(look.values(column)).isBlank())
                .reduce((before, after) -> after)
                .map(column -> leaf(columns, column));
    }

    /** The columns that tell most rows apart first: one that says the same everywhere names nothing. */
    private static List<Integer> naming(TableLook look, List<Integer> rows, int amount) {
        return look.columns().keySet().stream()
                .filter(column -> column != amount)
                .sorted(Comparator.comparing((Integer column) ->
                                Shape.of(look.values(column)).isOfAmounts())
                        .thenComparing(column -> -rows.stream()
                                .map(row -> look.table().shown(row, column))
                                .distinct()
                                .count()))
                .toList();
    }

    private static Map<String, Object> inRow(String from, String key, String said) {
        var words = new LinkedHashMap<String, Object>();
        words.put("from", from);
        words.put("row", Map.of(key, said));
        return words;
    }

    private static String leaf(Map<Integer, List<String>> columns, int column) {
        return columns.getOrDefault(column, List.of("")).getLast();
    }

    private static boolean tellsApart(TableLook look, List<Integer> rows, int column) {
        var said = rows.stream()
                .map(row -> TableLook.label(look.table().text(row, column)))
                .toList();
        return said.stream().noneMatch(String::isEmpty)
                && said.stream().distinct().count() == said.size();
    }
}
