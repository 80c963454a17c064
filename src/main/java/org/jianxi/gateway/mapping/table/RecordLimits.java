package org.jianxi.gateway.mapping.table;

import org.jianxi.gateway.mapping.notation.Words;

/**
 * How much of a record dataset is read at most. A mapping may ask for less, never for more.
 *
 * @param rows or records
 * @param columns of a table
 */
public record RecordLimits(int rows, int columns) {

    static final int MOST_ROWS = 1_000_000;
    static final int MOST_COLUMNS = 200;

    /** What a mapping that says nothing is read under. */
    static final RecordLimits USUAL = new RecordLimits(MOST_ROWS, MOST_COLUMNS);

    public static RecordLimits read(Words root) {
        return root.find("limits")
                .map(words -> new RecordLimits(words.number("rows", MOST_ROWS), words.number("columns", MOST_COLUMNS)))
                .orElse(USUAL);
    }
}
