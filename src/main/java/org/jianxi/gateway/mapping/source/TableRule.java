package org.jianxi.gateway.mapping.source;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.notation.RowChoice;
import org.jianxi.gateway.mapping.table.CsvDialect;
import org.jianxi.gateway.mapping.table.SheetNames;

/**
 * How a table is found in a CSV file or a sheet.
 *
 * @param dialect of CSV
 * @param sheets the names the sheet may have; * at either end stands for anything
 * @param below the anchor is looked for after the first row with a cell saying this
 * @param anchor the header begins in the first row that has a cell saying this; empty: in row {@code headerRow}
 * @param headerRows how many rows the header has
 * @param until the table ends before a row that begins with one of these words
 * @param merged what merged data cells mean
 */
public record TableRule(
        CsvDialect dialect,
        List<String> sheets,
        Optional<String> below,
        Optional<String> anchor,
        int headerRow,
        int headerRows,
        RowChoice row,
        List<String> until,
        MergedRule merged) {

    /** What stands below the printed form: seal line and notes. */
    static final List<String> BELOW_THE_FORM =
            List.of("填报单位", "填表单位", "填报人", "填表人", "单位负责人", "审核人", "填报时间", "填表时间", "联系电话", "注", "备注", "说明", "填报说明");

    public TableRule {
        sheets = List.copyOf(sheets);
        until = List.copyOf(until);
    }

    public SheetNames sheets(MonthNames month) {
        return new SheetNames(sheets.stream().map(month::fill).toList());
    }
}
