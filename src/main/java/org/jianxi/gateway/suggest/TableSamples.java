package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jianxi.gateway.mapping.source.SampleTable;

/** Finds the table and the header of a sample: those under which most columns, or most rows, are known by name. */
final class TableSamples {

    private static final int ROWS_SEARCHED = 20;
    private static final int MOST_HEADER_ROWS = 3;

    private final Names names;
    private final List<Target> targets;
    private final Map<String, Object> words;
    private final List<SampleTable> tables;

    /** @param words what is known before any table is: format, encoding, separator */
    TableSamples(Names names, List<Target> targets, Map<String, Object> words, List<SampleTable> tables) {
        this.names = names;
        this.targets = targets;
        this.words = words;
        this.tables = tables.stream().filter(table -> !table.isHidden()).toList();
    }

    /** A table looked at in one way, and how much of it is understood so. */
    record Found(TableLook look, Sample sample, double worth) {}

    /** Every column a slot. */
    Optional<Found> wide() {
        return looks().stream()
                .map(look -> found(look, columns(look)))
                .reduce((best, other) -> other.worth() > best.worth() + 1e-9 ? other : best);
    }

    /** Every row a slot: the labels stand below one another and the figures beside them. */
    Optional<Found> tall(Predicate<String> isOwner) {
        return looks().stream()
                .filter(look -> look.first() == look.last())
                .map(look -> owned(look, isOwner))
                .map(look -> found(look, rows(look)))
                .reduce((best, other) -> other.worth() > best.worth() + 1e-9 ? other : best);
    }

    /** Of a table of several areas, the rows of the one that is an owner. */
    private static TableLook owned(TableLook look, Predicate<String> isOwner) {
        for (var column : look.columns().keySet()) {
            var said = Shape.of(look.values(column)).distinct();
            var owner = said.stream().filter(isOwner).findFirst();
            if (said.size() > 1 && owner.isPresent()) {
                return look.ofOwner(new TableLook.Owner(column, owner.get()));
            }
        }
        return look;
    }

    private List<TableLook> looks() {
        var looks = new ArrayList<TableLook>();
        for (var table : tables) {
            for (var first = 1; first <= Math.min(ROWS_SEARCHED, table.lastRow()); first++) {
                for (var size = 1; size <= MOST_HEADER_ROWS && first + size <= table.lastRow(); size++) {
                    var look = new TableLook(table, first, first + size - 1);
                    if (look.isHeader()) {
                        looks.add(look);
                    }
                }
            }
        }
        return looks;
    }

    /** What is told apart counts most; a header of more rows must be worth them. */
    private Found found(TableLook look, List<Slot> slots) {
        var worth = slots.stream().mapToDouble(this::known).sum() - 0.01 * (look.last() - look.first());
        return new Found(look, new Sample(head(look), slots, List.of()), worth);
    }

    private double known(Slot slot) {
        return targets.stream()
                .mapToDouble(target -> names.of(slot, target).score())
                .map(score -> score >= Matching.LEAST ? score * score : 0)
                .max()
                .orElse(0);
    }

    private Map<String, Object> head(TableLook look) {
        var head = new LinkedHashMap<>(words);
        if (!look.table().name().isEmpty()) {
            head.put("sheet", look.table().name());
        }
        var header = new LinkedHashMap<String, Object>();
        var anchor = look.table().name().isEmpty() ? Optional.<String>empty() : anchor(look);
        anchor.ifPresentOrElse(text -> header.put("anchor", text), () -> header.put("row", look.first()));
        if (look.last() > look.first()) {
            header.put("rows", look.last() - look.first() + 1);
        }
        head.put("header", header);
        return head;
    }

    /** A text of the header's first row that stands nowhere before it. */
    private static Optional<String> anchor(TableLook look) {
        var table = look.table();
        var first = look.first();
        return IntStream.rangeClosed(1, table.lastColumn())
                .mapToObj(column -> TableLook.label(table.text(first, column)))
                .filter(text -> !text.isEmpty() && text.length() <= 40)
                .filter(text -> IntStream.range(1, first)
                        .noneMatch(row -> IntStream.rangeClosed(1, table.lastColumn())
                                .anyMatch(column ->
                                        TableLook.label(table.text(row, column)).equals(text))))
                .findFirst();
    }

    /** Columns whose header leads to them alone. */
    private static List<Slot> columns(TableLook look) {
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
                        slots.size(), Map.of("from", from), List.of(path.getLast()), context, look.values(column)));
            }
        });
        return slots;
    }

    private static List<Slot> rows(TableLook look) {
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
        var amount = Wording.ofAmounts(amounts)
                .flatMap(name -> columns.keySet().stream()
                        .filter(column -> leaf(columns, column).equals(name))
                        .findFirst());
        if (key.isEmpty() || amount.isEmpty()) {
            return List.of();
        }
        var slots = new ArrayList<Slot>();
        for (var row : rows) {
            var said = look.table().text(row, key.get()).strip();
            var labels = columns.keySet().stream()
                    .filter(column -> !column.equals(amount.get()))
                    .map(column -> look.table().shown(row, column).strip())
                    .filter(text -> !text.isEmpty())
                    .toList();
            slots.add(new Slot(
                    slots.size(),
                    inRow(leaf(columns, amount.get()), leaf(columns, key.get()), said),
                    labels,
                    List.of(),
                    List.of(look.said(row, amount.get()))));
        }
        return slots;
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
