package org.jianxi.gateway.registries.extracts;

import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.TextMatch;
import org.jianxi.gateway.mapping.table.Row;

/** The office's own count, in a row behind the last person. For one table. */
final class DeclaredRows {

    private static final int MOST_DIGITS = 12;

    private final Optional<TextMatch> pattern;
    private long said = -1;
    private boolean isRow;
    private int number;

    DeclaredRows(Optional<TextMatch> pattern) {
        this.pattern = pattern;
    }

    /** Hears of each row as it is read. */
    void hear(Row row) {
        var digits = pattern.flatMap(one -> one.in(row.firstText()))
                .filter(one -> one.length() <= MOST_DIGITS && one.matches("[0-9]+"));
        isRow = digits.isPresent();
        digits.ifPresent(one -> {
            said = Long.parseLong(one);
            number = row.number();
        });
    }

    /** In CSV it has fewer fields than the header, and is no broken row. */
    boolean isAt(Place place) {
        var line = place.line();
        return line != null && line == number;
    }

    /** Whether the row heard last may be it. */
    boolean isRow() {
        return isRow;
    }

    /** What was heard was a person's row, or stood above one. */
    void forget() {
        said = -1;
    }

    /** An extract that was cut off has lost this row, or fewer rows than it says; one that was put together has more. */
    void compare(long rows, Place at) throws RefusedExtract {
        if (pattern.isEmpty() || said == rows) {
            return;
        }
        if (said < 0) {
            throw new RefusedExtract(
                    ExtractRule.TRUNCATED,
                    at,
                    new Bilingual(
                            "读到%d行后没有约定的合计行，文件可能被截断".formatted(rows),
                            "behind %d rows the agreed line with the office's count is missing".formatted(rows)));
        }
        throw new RefusedExtract(
                said > rows ? ExtractRule.TRUNCATED : ExtractRule.DOUBLED,
                at,
                new Bilingual(
                        "文件注明%d行，实有%d行".formatted(said, rows), "it says %d rows and has %d".formatted(said, rows)));
    }
}
