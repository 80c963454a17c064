package org.jianxi.gateway.registries.extracts;

import org.jianxi.gateway.mapping.table.SheetBudget;

/**
 * How much of an extract is read before it is refused.
 *
 * @param csvBytes of a CSV file, which streams by
 * @param workbookBytes of a workbook, whose shared texts are held in memory
 * @param rows of one table
 */
public record ExtractLimits(long csvBytes, long workbookBytes, int rows) {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    /** The whole country's 98 million households in one file stay within these. */
    public static final ExtractLimits USUAL = new ExtractLimits(64 * GIGABYTE, GIGABYTE / 2, 200_000_000);

    private static final int COLUMNS = 200;
    private static final long CELLS_A_ROW = 60;
    private static final long CHARACTERS = 2_000_000_000;
    private static final long CHARACTERS_OF_CSV = Long.MAX_VALUE;
    private static final int SHARED_TEXTS = 8_000_000;
    private static final int SHARED_CHARACTERS = 64_000_000;
    private static final int RANGES = 200_000;

    long bytes(ExtractForm.Kind kind) {
        return kind == ExtractForm.Kind.CSV ? csvBytes : workbookBytes;
    }

    SheetBudget budget(ExtractForm.Kind kind) {
        return new SheetBudget(
                rows,
                COLUMNS,
                rows * CELLS_A_ROW,
                kind == ExtractForm.Kind.CSV ? CHARACTERS_OF_CSV : CHARACTERS,
                SHARED_TEXTS,
                SHARED_CHARACTERS,
                RANGES);
    }
}
