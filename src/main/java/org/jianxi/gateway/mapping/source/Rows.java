package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.RowChoice;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.Value;

/**
 * Chooses the row of a table that holds the return. Whenever more than one could be meant, none is.
 *
 * @param columns of the figures by indicator number; a row with nothing in any of them is no data row
 * @param isSender whether a text names the sender of the delivery
 */
public record Rows(Grid grid, Header header, List<NumberedColumn> columns, Predicate<String> isSender) {

    /** The column an indicator's figures stand in. */
    public record NumberedColumn(int indicator, int column) {}

    public int choose(TableRule rule) throws UnreadableDocument {
        var data = dataRows(rule.until());
        return switch (rule.row()) {
            case RowChoice.Only only -> single(data, data);
            case RowChoice.Total total -> total(data, total);
            case RowChoice.OfSender ofSender -> ofSender(data, ofSender.column());
        };
    }

    /** All rows of a return whose figures stand below one another, blank figures too: the sender's, or every one. */
    public List<Integer> all(TableRule rule) throws UnreadableDocument {
        var data = rowsBefore(rule.until());
        if (rule.row() instanceof RowChoice.OfSender ofSender) {
            var at = labelColumn(ofSender.column());
            data = data.stream()
                    .filter(row -> isSender.test(grid.textAt(row, at)))
                    .toList();
        }
        if (data.isEmpty()) {
            single(data, data);
        }
        return data;
    }

    private int total(List<Integer> data, RowChoice.Total total) throws UnreadableDocument {
        var column = total.column().isPresent() ? labelColumn(total.column().get()) : header.anchorColumn();
        var words = total.words().stream().map(Characters::label).toList();
        var totals = data.stream()
                .filter(row -> words.contains(Characters.label(grid.textAt(row, column))))
                .toList();
        return totals.isEmpty() ? single(data, data) : single(totals, data);
    }

    private int ofSender(List<Integer> data, Address.Column column) throws UnreadableDocument {
        var at = labelColumn(column);
        var named =
                data.stream().filter(row -> isSender.test(grid.textAt(row, at))).toList();
        return single(named, data);
    }

    private int labelColumn(Address.Column column) throws UnreadableDocument {
        var found = header.columns(column);
        if (found.size() != 1) {
            throw new UnreadableDocument(
                    DocumentRule.HEADER,
                    header.place(grid),
                    new Bilingual(
                            "表头中应有且只有一列“%s”".formatted(column),
                            "The header must have one column \"%s\"".formatted(column)));
        }
        return found.getFirst();
    }

    private int single(List<Integer> chosen, List<Integer> data) throws UnreadableDocument {
        if (chosen.size() == 1) {
            return chosen.getFirst();
        }
        var at = chosen.isEmpty() ? header.lastRow() + 1 : chosen.get(1);
        var why = chosen.isEmpty()
                ? new Bilingual(
                        "找不到本单位的数据行（表头下有%d行数据）".formatted(data.size()),
                        "No row holds the return (%d rows of data below the header)".formatted(data.size()))
                : new Bilingual(
                        "有%d行都可能是本单位的数据，不能确定取哪一行".formatted(chosen.size()),
                        "%d rows could hold the return; which one is meant is not certain".formatted(chosen.size()));
        throw new UnreadableDocument(DocumentRule.ROW, grid.place(at, header.anchorColumn()), why);
    }

    private List<Integer> dataRows(List<String> until) {
        return rowsBefore(until).stream()
                .filter(row -> holdsFigures(row) && !printsNumbers(row))
                .toList();
    }

    private List<Integer> rowsBefore(List<String> until) {
        var rows = new ArrayList<Integer>();
        for (var row : grid.rows().tailMap(header.lastRow() + 1).keySet()) {
            if (endsTable(row, until)) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    private boolean endsTable(int row, List<String> until) {
        var cells = grid.rows().get(row);
        var first = cells == null || cells.isEmpty() ? "" : Characters.label(grid.textAt(row, cells.firstKey()));
        return until.stream().anyMatch(first::startsWith);
    }

    private boolean holdsFigures(int row) {
        return columns.stream()
                .anyMatch(one -> !(grid.at(row, one.column()) instanceof Value.Nothing)
                        && !(grid.at(row, one.column()) instanceof Value.Text text
                                && Characters.label(text.text()).isEmpty()));
    }

    /** The row below the printed header that only counts the columns: 1, 2, 3 …; it breaks 8≥9+11 as figures would. */
    private boolean printsNumbers(int row) {
        return !columns.isEmpty()
                && columns.stream()
                        .allMatch(one -> Characters.label(grid.textAt(row, one.column()))
                                .equals(Integer.toString(one.indicator())));
    }
}
