package org.jianxi.gateway.mapping.table;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;

/**
 * How much of a table is read before it is refused. What cells share counts as often as it is shown.
 *
 * @param characters in all cells together
 * @param ranges of merged cells
 */
public record SheetBudget(
        int rows, int columns, long cells, long characters, int sharedTexts, int sharedCharacters, int ranges) {

    /** A monthly return: a sheet for people. */
    public static final SheetBudget OF_A_RETURN =
            new SheetBudget(10_000, 200, 200_000, 2_000_000, 200_000, 4_000_000, 10_000);

    private static final int CELLS_A_ROW = 50;
    private static final long CHARACTERS = 200_000_000;
    private static final int SHARED_TEXTS = 2_000_000;
    private static final int SHARED_CHARACTERS = 16_000_000;
    private static final int RANGES = 200_000;

    public static SheetBudget of(RecordLimits limits) {
        return new SheetBudget(
                limits.rows(),
                limits.columns(),
                (long) limits.rows() * CELLS_A_ROW,
                CHARACTERS,
                SHARED_TEXTS,
                SHARED_CHARACTERS,
                RANGES);
    }

    UnreadableDocument tooManyRanges() {
        return new UnreadableDocument(
                DocumentRule.LIMIT,
                Place.WHOLE,
                new Bilingual(
                        "工作表的合并单元格超过%d处".formatted(ranges),
                        "The sheet has more than %d merged ranges".formatted(ranges)));
    }

    UnreadableDocument exceeded() {
        return new UnreadableDocument(
                DocumentRule.LIMIT,
                Place.WHOLE,
                new Bilingual(
                        "表格超过%d行、%d列或%d个字符".formatted(rows, columns, characters),
                        "The table has more than %d rows, %d columns or %d characters"
                                .formatted(rows, columns, characters)));
    }
}
