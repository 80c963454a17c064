package org.jianxi.gateway.mapping.source;

import java.util.List;
import java.util.Set;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.table.MergedCell;
import org.jianxi.gateway.mapping.table.Row;
import org.jspecify.annotations.Nullable;

/** Which rows below a header are records, and where the table ends. */
final class TableEnd {

    /** The word that ends a table at its first blank row. */
    static final String BLANK = "blank";

    /** What rows below a roster begin with: whoever signs, and notes. */
    static final List<String> BELOW_A_ROSTER = List.of(
            "填报单位:", "填表单位:", "填报人:", "填表人:", "制表人:", "审核人:", "单位负责人:", "填报时间:", "填表时间:", "联系电话:", "注:", "备注:", "说明:");

    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计");

    private final List<String> until;
    private final boolean atBlank;
    private final boolean numbered;
    private int before;
    private State state = State.IN_TABLE;

    private enum State {
        IN_TABLE,
        ENDED_AT_BLANK,
        ENDED
    }

    /** What a row below the header is. */
    enum Kind {
        RECORD,
        /** Blank, a total, or beyond the end. */
        NOT_ONE,
        /** The first row that says something behind a table that ended at a blank row. */
        LOST
    }

    /**
     * @param until labels that a row beginning with them ends the table
     * @param numbered whether a number left out is a blank row
     */
    TableEnd(List<String> until, boolean numbered) {
        this.numbered = numbered;
        this.atBlank = until.contains(BLANK);
        this.until = until.stream().filter(word -> !word.equals(BLANK)).toList();
    }

    /** @param over the merged ranges whose value stands elsewhere, by column: a total may be written over two rows */
    Kind of(Row row, @Nullable MergedCell[] over) {
        var kind = of(row);
        return kind == Kind.RECORD && isTotal(Characters.label(firstShown(row, over))) ? Kind.NOT_ONE : kind;
    }

    private static String firstShown(Row row, @Nullable MergedCell[] over) {
        for (var column = 1; column < over.length && Row.isBlank(row.at(column)); column++) {
            var merged = over[column];
            if (merged != null) {
                return merged.value().asText();
            }
        }
        return "";
    }

    private Kind of(Row row) {
        if (state == State.ENDED) {
            return Kind.NOT_ONE;
        }
        var blank = row.isBlank();
        if (atBlank && before > 0 && state == State.IN_TABLE && (blank || (numbered && row.number() > before + 1))) {
            state = State.ENDED_AT_BLANK;
        }
        before = row.number();
        if (blank) {
            return Kind.NOT_ONE;
        }
        var first = Characters.label(row.firstText());
        if (endsWith(first)) {
            state = State.ENDED;
            return Kind.NOT_ONE;
        }
        if (state == State.ENDED_AT_BLANK) {
            state = State.ENDED;
            return Kind.LOST;
        }
        return isTotal(first) ? Kind.NOT_ONE : Kind.RECORD;
    }

    private static boolean isTotal(String label) {
        return label.length() == 2 && TOTALS.contains(label);
    }

    private boolean endsWith(String first) {
        for (var word : until) {
            if (first.startsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
