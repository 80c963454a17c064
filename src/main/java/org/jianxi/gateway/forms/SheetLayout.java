package org.jianxi.gateway.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the printed sheet has what: A1 references for cells and ranges.
 *
 * @param sheet the sheet's name, 汇总表
 * @param merged ranges of the title and the three-row header
 * @param text fixed text by its cell: title, units line, header labels, seal line, notes. {@code {year}}, {@code {month}}
 *     and the like stand for what is filled in
 * @param numberRow the row that prints the indicators' numbers, counted from 1
 * @param dataRow the row of the figures, counted from 1
 * @param columns the column letter of each indicator
 */
public record SheetLayout(
        String sheet,
        List<String> merged,
        Map<String, String> text,
        int numberRow,
        int dataRow,
        Map<Integer, String> columns) {

    public SheetLayout {
        merged = List.copyOf(merged);
        text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /** The cell of an indicator's figure, such as {@code K7}. */
    public String cellOf(int indicator) {
        return columns.get(indicator) + dataRow;
    }
}
