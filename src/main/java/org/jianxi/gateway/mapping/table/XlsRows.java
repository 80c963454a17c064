package org.jianxi.gateway.mapping.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an xls workbook as they stream by, under a budget. A date is the number it is kept as. */
final class XlsRows implements RowStream {

    private static final int MOST_COLUMNS = 256;
    private static final int MOST_DIGITS = 17;

    private final XlsWorkbook.XlsRecords records;
    private final Optional<SSTRecord> shared;
    private final SheetBudget budget;
    private @Nullable Value[] cells = new Value[MOST_COLUMNS];
    private int width;
    private int row = -1;
    private int formulaColumn = -1;
    private int rows;
    private long count;
    private long characters;
    private @Nullable Record waiting;
    private boolean ended;

    XlsRows(XlsWorkbook.XlsRecords records, Optional<SSTRecord> shared, SheetBudget budget) {
        this.records = records;
        this.shared = shared;
        this.budget = budget;
    }

    @Override
    public @Nullable Row next() throws UnreadableDocument {
        try {
            while (!ended) {
                var next = waiting == null ? records.next() : waiting;
                waiting = null;
                if (next == null) {
                    ended = true;
                } else if (next instanceof CellValueRecordInterface cell) {
                    if (cell.getRow() != row && width > 0) {
                        waiting = next;
                        return taken();
                    }
                    read(next, cell);
                } else if (next instanceof StringRecord text && formulaColumn >= 0) {
                    put(formulaColumn, text(text.getString()));
                }
            }
            return width > 0 ? taken() : null;
        } catch (RuntimeException damaged) {
            throw XlsWorkbook.refusalIn(damaged);
        }
    }

    private void read(Record next, CellValueRecordInterface cell) throws UnreadableDocument {
        if (cell.getRow() < row) {
            throw new IllegalStateException("rows are not in order");
        }
        if (cell.getColumn() < 0 || cell.getColumn() >= MOST_COLUMNS) {
            throw budget.exceeded();
        }
        row = cell.getRow();
        formulaColumn =
                next instanceof FormulaRecord formula && formula.hasCachedResultString() ? cell.getColumn() : -1;
        var value = value(next);
        if (value != null) {
            put(cell.getColumn(), value);
        }
    }

    private @Nullable Value value(Record cell) throws UnreadableDocument {
        return switch (cell) {
            case LabelSSTRecord label ->
                text(shared.orElseThrow().getString(label.getSSTIndex()).getString());
            case LabelRecord label -> text(label.getValue());
            case NumberRecord number -> number(number.getValue());
            case FormulaRecord formula -> Double.isNaN(formula.getValue()) ? null : number(formula.getValue());
            case BoolErrRecord truth when truth.isBoolean() -> new Value.Truth(truth.getBooleanValue());
            default -> null;
        };
    }

    private static Value number(double written) {
        return new Value.Number(
                new BigDecimal(written).round(new MathContext(MOST_DIGITS)).stripTrailingZeros());
    }

    private Value text(String written) throws UnreadableDocument {
        characters += written.length();
        if (characters > budget.characters()) {
            throw budget.exceeded();
        }
        return new Value.Text(written);
    }

    private void put(int column, Value value) throws UnreadableDocument {
        if (column >= budget.columns() || ++count > budget.cells()) {
            throw budget.exceeded();
        }
        cells[column] = value;
        width = Math.max(width, column + 1);
    }

    private Row taken() throws UnreadableDocument {
        if (++rows > budget.rows() || Thread.currentThread().isInterrupted()) {
            throw budget.exceeded();
        }
        var taken = new Row(row + 1, cells, width);
        cells = new Value[MOST_COLUMNS];
        width = 0;
        formulaColumn = -1;
        return taken;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
