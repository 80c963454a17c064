package org.jianxi.gateway.console;

import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * The first records that a mapping read from a sample, under the dictionary's labels.
 *
 * @param total records read in all, shown or not
 * @param findings in all, shown or not
 * @param errors among all findings
 * @param sight whether values of people are shown
 */
public record RecordTable(List<Head> heads, List<Row> rows, long total, long findings, long errors, Sight sight) {

    public RecordTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** Who is looking at whom. */
    public enum Sight {
        /** A file of whoever looks. */
        OWN,
        /** A sample of the source with people in it, whose values are covered. */
        COVERED,
        /** A sample of the source about nobody. */
        NOBODYS
    }

    public record Head(String field, Bilingual label, boolean right) {}

    /** @param cells one for each head, empty text where the record has no value */
    public record Row(long number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public boolean own() {
        return sight == Sight.OWN;
    }

    public boolean hidden() {
        return sight == Sight.COVERED;
    }

    /** More records follow than are shown. */
    public boolean isCut() {
        return total > rows.size();
    }
}
