package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jianxi.gateway.mapping.source.SampleTable;

/**
 * A table of a sample under one guess of where its header is.
 *
 * @param first row of the header
 * @param last row of the header
 * @param of the column that says whose a row is, and what it says in the rows that count; empty: every row counts
 */
record TableLook(SampleTable table, int first, int last, Optional<Owner> of) {

    /** Whose rows count, in a table of several. */
    record Owner(int column, String said) {}

    TableLook(SampleTable table, int first, int last) {
        this(table, first, last, Optional.empty());
    }

    TableLook ofOwner(Owner owner) {
        return new TableLook(table, first, last, Optional.of(owner));
    }

    /** Whether the columns can be told from one another, and are named and not numbered. */
    boolean isHeader() {
        var leaves = columns().values().stream().map(List::getLast).toList();
        var numbers = leaves.stream().filter(Shape::isAmount).count();
        return leaves.size() > 1
                && leaves.stream().distinct().count() * 2 > leaves.size()
                && numbers * 3 < leaves.size()
                && !numbersColumns(last)
                && !beginsInside()
                && !holdsValues();
    }

    /** Whether a cell of the header began in a row above: the header does too then, and its reader looks no higher. */
    private boolean beginsInside() {
        return first > 1
                && columns().keySet().stream()
                        .anyMatch(column -> table.kind(first, column) == SampleTable.Kind.NOTHING
                                && !table.shown(first, column).isBlank()
                                && table.shown(first, column).equals(table.text(first - 1, column)));
    }

    private static final int MOST_VALUES = 300;
    private static final Pattern SECTION = Pattern.compile("[一二三四五六七八九十]{1,2}、|[(（][一二三四五六七八九十]{1,2}[)）]");
    static final List<String> BELOW = List.of(
            "填报单位", "填表单位", "填报人", "填表人", "制表", "单位负责人", "负责人", "审核人", "填报时间", "填表时间", "联系电话", "注", "备注", "说明", "填报说明");
    static final List<String> TOTALS = List.of("合计", "总计", "小计", "共计");
    private static final Pattern TOTAL_OF_AREA =
            Pattern.compile("\\p{IsHan}{0,9}[省州市县区](本级)?(合计|总计|共计|小计|汇总)(数)?|[全本][省州市](数|数据)?|[省州市]级?(合计|总计|共计|汇总)");

    /** The header of a column from top to bottom, without repetitions; empty for a column without one. */
    List<String> path(int column) {
        var parts = new ArrayList<String>();
        for (var row = first; row <= last; row++) {
            var part = label(table.shown(row, column));
            if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Columns that have a header, with it. */
    Map<Integer, List<String>> columns() {
        var columns = new TreeMap<Integer, List<String>>();
        for (var column = 1; column <= table.lastColumn(); column++) {
            var path = path(column);
            if (!path.isEmpty()) {
                columns.put(column, path);
            }
        }
        return columns;
    }

    /** Whether the header has what only values look like: it is none then, and nothing of it may be repeated. */
    boolean holdsValues() {
        for (var row = first; row <= last; row++) {
            for (var column = 1; column <= table.lastColumn(); column++) {
                var one = said(row, column);
                if (one.kind() == Said.Kind.DATE || Shape.of(List.of(one)).isOfPeople()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Rows of values: not blank, not the row that only numbers the columns, not totals, nothing below the table. */
    List<Integer> rows() {
        var rows = new ArrayList<Integer>();
        for (var row = last + 1; row <= table.lastRow() && rows.size() < MOST_VALUES; row++) {
            if (begins(row, BELOW)) {
                break;
            }
            if (!isBlank(row) && !begins(row, TOTALS) && !numbersColumns(row) && counts(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The first row of totals below the header, before any of subtotals; 0 when there is none. */
    int totalRow() {
        var totals = new ArrayList<Integer>();
        for (var row = last + 1; row <= table.lastRow(); row++) {
            if (begins(row, BELOW)) {
                break;
            }
            if (begins(row, TOTALS)) {
                totals.add(row);
            }
        }
        return totals.stream()
                .filter(row -> !firstText(row).contains("小计"))
                .findFirst()
                .or(() -> totals.stream().findFirst())
                .orElse(0);
    }

    List<Said> values(int column) {
        return rows().stream().map(row -> said(row, column)).toList();
    }

    Said said(int row, int column) {
        var kind = switch (table.kind(row, column)) {
            case NUMBER -> Said.Kind.NUMBER;
            case DATE -> Said.Kind.DATE;
            case OTHER -> Said.Kind.TRUTH;
            default -> Said.Kind.TEXT;
        };
        return new Said(table.text(row, column), kind);
    }

    /** Text that stands above the header. */
    List<String> title() {
        var said = new LinkedHashMap<String, Integer>();
        for (var row = 1; row < first; row++) {
            for (var column = 1; column <= table.lastColumn(); column++) {
                if (!table.text(row, column).isBlank()) {
                    said.putIfAbsent(table.text(row, column).strip(), row);
                }
            }
        }
        return List.copyOf(said.keySet());
    }

    /** How the mapping's own reader compares labels. */
    static String label(String text) {
        var label = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> !Character.isSpaceChar(one) && !Character.isWhitespace(one))
                .filter(one -> Character.getType(one) != Character.FORMAT)
                .forEach(one -> label.appendCodePoint(one >= 0xFF01 && one <= 0xFF5E ? one - 0xFEE0 : one));
        return label.toString();
    }

    boolean numbersColumns(int row) {
        var next = 0;
        for (var column = 1; column <= table.lastColumn(); column++) {
            var text = label(table.text(row, column));
            if (text.matches("[0-9]{1,2}")) {
                if (Integer.parseInt(text) != ++next) {
                    return false;
                }
            } else if (!text.isEmpty() && next > 0) {
                return false;
            }
        }
        return next >= 3 && !path(1).isEmpty();
    }

    private boolean counts(int row) {
        return of.isEmpty()
                || table.shown(row, of.get().column()).equals(of.get().said());
    }

    private boolean isBlank(int row) {
        return stated(row) == 0;
    }

    private long stated(int row) {
        return IntStream.rangeClosed(1, table.lastColumn())
                .filter(column -> table.kind(row, column) != SampleTable.Kind.NOTHING)
                .count();
    }

    boolean begins(int row, List<String> words) {
        var said = firstText(row);
        return words.equals(BELOW) && SECTION.matcher(said).lookingAt() && stated(row) == 1
                || words.equals(TOTALS) && TOTAL_OF_AREA.matcher(said).matches()
                || words.stream().anyMatch(said::startsWith);
    }

    String firstText(int row) {
        for (var column = 1; column <= table.lastColumn(); column++) {
            if (table.kind(row, column) != SampleTable.Kind.NOTHING) {
                return label(table.text(row, column));
            }
        }
        return "";
    }
}
