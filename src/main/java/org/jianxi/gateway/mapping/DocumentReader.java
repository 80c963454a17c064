package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.conversion.SenderReader;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.source.CsvGrid;
import org.jianxi.gateway.mapping.source.Header;
import org.jianxi.gateway.mapping.source.JsonDocument;
import org.jianxi.gateway.mapping.source.Rows;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.source.TableDocument;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.source.WorkbookGrid;
import org.jianxi.gateway.mapping.source.XmlDocument;
import org.jianxi.gateway.mapping.table.Grid;

/** Opens a document in the format its mapping agrees on. */
final class DocumentReader {

    private final ReturnReading reading;
    private final SenderReader senders;
    private final Optional<Sender> delivered;
    private final MonthNames month;

    /** @param context names the sender whose row a table of several is asked for, and the month in names that carry it */
    DocumentReader(ReturnReading reading, SenderReader senders, MappingContext context) {
        this.reading = reading;
        this.senders = senders;
        this.delivered = context.sender();
        this.month = new MonthNames(context.period());
    }

    SourceDocument read(byte[] content) throws UnreadableDocument {
        return switch (reading.format()) {
            case JSON, JSON_LINES -> JsonDocument.read(content);
            case XML -> XmlDocument.read(content, reading.encoding());
            case CSV -> table(CsvGrid.read(content, table()));
            case XLSX -> table(WorkbookGrid.read(content, table().sheets(month)));
            case CANONICAL_JSON, CANONICAL_XML ->
                throw new IllegalStateException("A canonical document reached the mapper");
        };
    }

    private TableRule table() {
        return reading.table().orElseThrow();
    }

    private TableDocument table(Grid grid) throws UnreadableDocument {
        var header = Header.find(grid, table(), month).numbered(grid, printedNumbers());
        var rows = new Rows(grid, header, columns(header), this::isSender);
        var standBelowOneAnother =
                reading.figures().stream().anyMatch(rule -> rule.address().orElse(null) instanceof Address.ColumnAtRow);
        return new TableDocument(
                grid,
                header,
                standBelowOneAnother ? rows.all(table()) : List.of(rows.choose(table())),
                DateSystem.FROM_1900);
    }

    private List<Integer> printedNumbers() {
        return reading.figures().stream()
                .flatMap(rule -> rule.address().stream())
                .flatMap(address ->
                        address instanceof Address.Column column ? column.printed().stream() : Stream.empty())
                .toList();
    }

    private boolean isSender(String text) {
        var named = senders.resolve(text);
        return named.isPresent() && (delivered.isEmpty() || delivered.equals(named));
    }

    private List<Rows.NumberedColumn> columns(Header header) {
        var columns = new ArrayList<Rows.NumberedColumn>();
        for (var rule : reading.figures()) {
            rule.address()
                    .flatMap(DocumentReader::columnOf)
                    .map(header::columns)
                    .filter(found -> found.size() == 1)
                    .ifPresent(found ->
                            columns.add(new Rows.NumberedColumn(rule.indicator().number(), found.getFirst())));
        }
        return columns;
    }

    private static Optional<Address.Column> columnOf(Address address) {
        return switch (address) {
            case Address.Column column -> Optional.of(column);
            case Address.ColumnAtRow crossing -> Optional.of(crossing.column());
            default -> Optional.empty();
        };
    }
}
