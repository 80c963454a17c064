package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.mapping.source.SampleTable;

/** Finds the table and the header of a sample: those under which most columns, or most rows, are known by name. */
final class TableSamples {

    private static final int ROWS_SEARCHED = 20;
    private static final int MOST_HEADER_ROWS = 3;
    private static final Bilingual FOLLOWS = new Bilingual(
            "名称中的{M}随报送的月份变化，试映射时用 --period 说明",
            "{M} in a name follows the month delivered for: name it with --period when you try");

    private final Names names;
    private final List<Target> targets;
    private final Map<String, Object> words;
    private final List<SampleTable> tables;
    private final List<String> notes;

    TableSamples(Names names, List<Target> targets, Contents contents) {
        this.names = names;
        this.targets = targets;
        this.words = contents.words();
        this.notes = contents.notes();
        this.tables =
                contents.tables().stream().filter(table -> !table.isHidden()).toList();
    }

    /** A table looked at in one way, and how much of it is understood so. */
    record Found(TableLook look, Sample sample, double worth) {}

    /** Every column a slot. */
    Optional<Found> wide() {
        return looks().stream()
                .map(look -> found(
                        look,
                        isOfRecords() ? slots(look).columns() : slots(look).columnsWithTotals()))
                .reduce((best, other) -> other.worth() > best.worth() + 1e-9 ? other : best);
    }

    /** Every row a slot: the labels stand below one another and the figures beside them. */
    Optional<Found> tall(Predicate<String> isOwner) {
        return looks().stream()
                .filter(look -> look.first() == look.last())
                .map(look -> owned(look, isOwner))
                .map(look -> found(look, slots(look).rows()))
                .reduce((best, other) -> other.worth() > best.worth() + 1e-9 ? other : best);
    }

    private TableSlots slots(TableLook look) {
        return new TableSlots(look, name -> open(name, look));
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
        var sample = new Sample(head(look), slots, notes);
        return new Found(look, sample.toString().contains("{M") ? sample.remarking(FOLLOWS) : sample, worth);
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
            head.put("sheet", sheet(look));
        }
        var header = new LinkedHashMap<String, Object>();
        var anchor = look.table().name().isEmpty() ? Optional.<String>empty() : anchor(look);
        anchor.ifPresentOrElse(text -> header.put("anchor", open(text, look)), () -> header.put("row", look.first()));
        if (look.last() > look.first()) {
            header.put("rows", look.last() - look.first() + 1);
        }
        head.put("header", header);
        return head;
    }

    /** The sheet's name without its month: open at the end where no other sheet begins so, else the month delivered for. */
    private String sheet(TableLook look) {
        var name = look.table().name();
        var month = MonthInNames.of(name);
        if (month.isEmpty()) {
            return name;
        }
        var open = MonthInNames.open(name, month.get());
        var stem = open.substring(0, Math.max(0, open.indexOf('{')));
        var alone =
                tables.stream().filter(table -> table.name().startsWith(stem)).count() == 1;
        return isOfRecords() && stem.strip().length() > 1 && alone ? stem + "*" : open;
    }

    /** In returns a name that carries the sample's month follows the month delivered for. */
    private String open(String name, TableLook look) {
        return isOfRecords()
                ? name
                : month(look).map(month -> MonthInNames.open(name, month)).orElse(name);
    }

    private static Optional<Integer> month(TableLook look) {
        return Stream.concat(Stream.of(look.table().name()), look.title().stream())
                .flatMap(text -> MonthInNames.of(text).stream())
                .findFirst();
    }

    private boolean isOfRecords() {
        return targets.stream().anyMatch(target -> target.field().isPresent());
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
}
