package org.jianxi.gateway.console;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * The first records that a mapping read from a sample, under the dictionary's labels.
 *
 * @param total records read in all, shown or not
 * @param findings in all, shown or not
 * @param errors among all findings
 * @param hidden values of people are not shown, for the sample is not the reader's own
 */
public record RecordTable(List<Head> heads, List<Row> rows, long total, long findings, long errors, boolean hidden) {

    public RecordTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    public record Head(String field, Bilingual label, boolean right) {}

    /** @param cells one for each head, empty text where the record has no value */
    public record Row(long number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** More records follow than are shown. */
    public boolean isCut() {
        return total > rows.size();
    }
}
