package org.jianxi.gateway.mapping.notation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of cells and ranges as spreadsheets write them. Rows and columns count from 1. */
public final class A1 {

    private static final Pattern CELL = Pattern.compile("([A-Za-z]{1,3})([1-9][0-9]{0,6})");

    private A1() {}

    /** A rectangle of cells, both corners in it. */
    public record Range(int top, int left, int bottom, int right) {

        /** Its first cell, the only one whose value is seen. */
        public String first() {
            return write(top, left);
        }

        public String written() {
            return first() + ":" + write(bottom, right);
        }

        public boolean contains(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    public static Optional<Address.Cell> parse(String text) {
        var found = CELL.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var column = 0;
        for (var letter : found.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return Optional.of(new Address.Cell(text.toUpperCase(Locale.ROOT), Integer.parseInt(found.group(2)), column));
    }

    public static Optional<Range> parseRange(String text) {
        var ends = text.split(":", 2);
        if (ends.length != 2) {
            return Optional.empty();
        }
        return parse(ends[0])
                .flatMap(from -> parse(ends[1])
                        .map(to -> new Range(
                                Math.min(from.row(), to.row()),
                                Math.min(from.column(), to.column()),
                                Math.max(from.row(), to.row()),
                                Math.max(from.column(), to.column()))));
    }

    public static String write(int row, int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString() + row;
    }
}
