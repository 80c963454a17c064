package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.UnreadableDocument;

/** Opens a document in the format its mapping agrees on. */
final class DocumentReader {

    private final MappingFile.Reading reading;
    private final SenderReader senders;
    private final Optional<Sender> delivered;

    /** @param delivered the sender whose row a table of several is asked for */
    DocumentReader(MappingFile.Reading reading, SenderReader senders, Optional<Sender> delivered) {
        this.reading = reading;
        this.senders = senders;
        this.delivered = delivered;
    }

    SourceDocument read(byte[] content) throws UnreadableDocument {
        return switch (reading.format()) {
            case JSON -> JsonDocument.read(content);
            case XML -> XmlDocument.read(content, reading.namespace());
            case CSV -> table(CsvGrid.read(content, table()));
            case XLSX -> table(WorkbookGrid.read(content, table().sheets()));
            case CANONICAL_JSON, CANONICAL_XML ->
                throw new IllegalStateException("A canonical document reached the mapper");
        };
    }

    private TableRule table() {
        return reading.table().orElseThrow();
    }

    private TableDocument table(Grid grid) throws UnreadableDocument {
        var header = Header.find(grid, table()).numbered(grid, printedNumbers());
        var rows = new Rows(grid, header, columns(header), this::isSender);
        return new TableDocument(grid, header, rows.choose(table()));
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
            if (rule.address().isPresent() && rule.address().get() instanceof Address.Column column) {
                var found = header.columns(column);
                if (found.size() == 1) {
                    columns.add(new Rows.NumberedColumn(rule.indicator().number(), found.getFirst()));
                }
            }
        }
        return columns;
    }
}
