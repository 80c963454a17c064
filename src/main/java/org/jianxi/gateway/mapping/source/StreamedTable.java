package org.jianxi.gateway.mapping.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.table.Grid;
import org.jianxi.gateway.mapping.table.MergedCell;
import org.jianxi.gateway.mapping.table.MergedCells;
import org.jianxi.gateway.mapping.table.Row;
import org.jianxi.gateway.mapping.table.RowStream;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/** A table whose rows stream by under a header that was read first. */
public final class StreamedTable implements RecordStream {

    private static final int MOST_REMEMBERED = 1_000;
    private static final int MOST_COLUMNS = 200;

    private final TableOrigin origin;
    private final RowStream rows;
    private final TableEnd end;
    private final MergedCells merged;
    private final MergedReading reading;
    private final TableDocument whole;
    private final Header header;
    private final int headerWidth;
    private final int headerNumber;
    private final Map<Address.Column, Integer> columns = new IdentityHashMap<>();
    private final List<Finding> remarks;
    private @Nullable Row waiting;
    private Place place;

    /** @param wanted fixed cells that the records ask for */
    public StreamedTable(TableOrigin origin, TableRule rule, MonthNames month, Set<Address.Cell> wanted)
            throws UnreadableDocument {
        this.origin = origin;
        this.rows = origin.rows();
        var window = new HeaderWindow(origin, rule, month);
        window.read(rows);
        this.waiting = window.beyond();
        var ranges = origin.merged();
        var grid = window.grid(ranges, List.of());
        this.header = Header.find(grid, rule, month);
        var below = Grid.shown(wanted, ranges).stream()
                .filter(cell -> cell.row() > header.lastRow())
                .collect(Collectors.toSet());
        if (!below.isEmpty()) {
            grid = window.grid(ranges, origin.cells(below));
        }
        this.headerNumber = window.numberAt(header.firstRow());
        this.whole = new TableDocument(grid, header, List.of(), origin.dates());
        this.headerWidth = grid.lastColumn(header.firstRow(), header.lastRow());
        this.merged = new MergedCells(ranges, headerNumber + rule.headerRows() - 1, MOST_COLUMNS);
        this.reading = new MergedReading(rule.merged(), this::columnOf, origin::place);
        this.end = new TableEnd(rule.until(), origin instanceof SheetOrigin);
        this.remarks = new ArrayList<>(origin.remarks());
        this.place = place(headerNumber, header.anchorColumn());
    }

    @Override
    public @Nullable SourceDocument next() throws UnreadableDocument {
        for (var row = nextRow(); row != null; row = nextRow()) {
            var over = merged.over(row);
            switch (end.of(row, over)) {
                case RECORD -> {
                    if (!origin.isRagged(row, headerWidth)) {
                        place = place(row.number(), 1);
                        return new RowDocument(row, over, this);
                    }
                    remarks.add(ragged(row));
                }
                case LOST -> remarks.add(lost(row));
                case NOT_ONE -> {}
            }
        }
        return null;
    }

    private @Nullable Row nextRow() throws UnreadableDocument {
        var next = waiting == null ? rows.next() : waiting;
        waiting = null;
        return next;
    }

    /** The column an address means; 0 when the header does not say. Looked up once for each address of the mapping. */
    int columnOf(Address.Column address) {
        var known = columns.get(address);
        if (known != null) {
            return known;
        }
        var found = header.columns(address);
        var column = found.size() == 1 ? found.getFirst() : 0;
        if (columns.size() < MOST_REMEMBERED) {
            columns.put(address, column);
        }
        return column;
    }

    /** Why an address means no one column. */
    Answer unclear(Address.Column address) {
        return whole.unclear(address, header.columns(address));
    }

    /** Nobody asks records for other columns than these. */
    public void keepOnly(List<Address.Column> asked) {
        var kept = new BitSet();
        asked.forEach(address -> kept.set(columnOf(address)));
        merged.addFirstColumns(kept);
        rows.keepOnly(kept);
    }

    /** What a cell says that lies in a merged range behind its first cell. */
    Value merged(MergedCell over, Value own, int column) {
        return reading.read(over, own, column, header.paths().getOrDefault(column, ""));
    }

    public TableDocument whole() {
        return whole;
    }

    DateSystem dates() {
        return origin.dates();
    }

    /** Of a whole row. */
    Place place(int row) {
        return origin.place(row);
    }

    Place place(int row, int column) {
        return origin.place(
                row, column, whole.grid().textAt(header.lastRow(), column).strip());
    }

    private Finding ragged(Row row) {
        return Finding.error(
                DocumentRule.CSV,
                origin.place(row.number(), 1, ""),
                new Bilingual(
                        "这一行有%d个字段，表头有%d个，未读取".formatted(row.width(), headerWidth),
                        "This row has %d fields, the header %d; it was not read".formatted(row.width(), headerWidth)));
    }

    private Finding lost(Row row) {
        return Finding.warning(
                MappingRule.UNREAD,
                origin.place(row.number(), 1, ""),
                new Bilingual("表格在此之前已结束，从这一行起未读取", "The table ended above; from this row on nothing was read"));
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public List<Finding> remarks() {
        remarks.addAll(reading.take());
        if (remarks.isEmpty()) {
            return List.of();
        }
        var said = List.copyOf(remarks);
        remarks.clear();
        return said;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
