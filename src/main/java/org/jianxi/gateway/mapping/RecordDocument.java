package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.JsonStream;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.documents.XmlStream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.MonthNames;
import org.jianxi.gateway.mapping.notation.RecordsAddress;
import org.jianxi.gateway.mapping.source.CsvOrigin;
import org.jianxi.gateway.mapping.source.JoinRule;
import org.jianxi.gateway.mapping.source.JsonLines;
import org.jianxi.gateway.mapping.source.JsonRecords;
import org.jianxi.gateway.mapping.source.JsonSkeleton;
import org.jianxi.gateway.mapping.source.RecordStream;
import org.jianxi.gateway.mapping.source.SheetOrigin;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.source.StreamedTable;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.source.XmlDocument;
import org.jianxi.gateway.mapping.source.XmlElements;
import org.jianxi.gateway.mapping.source.XmlRecords;
import org.jianxi.gateway.mapping.table.Content;
import org.jianxi.gateway.mapping.table.SheetBudget;
import org.jianxi.gateway.mapping.table.Workbook;
import org.jspecify.annotations.Nullable;

/** A sender's document of records, opened in the format its mapping agrees on. Each stream reads it from its beginning. */
final class RecordDocument implements AutoCloseable {

    private static final int MOST_BESIDES = 20_000;

    private final Content content;
    private final RecordReading reading;
    private final MonthNames month;
    private final SheetBudget budget;
    private final @Nullable Workbook workbook;

    RecordDocument(Content content, RecordReading reading, MonthNames month) throws UnreadableDocument {
        this.content = content;
        this.reading = reading;
        this.month = month;
        this.budget = SheetBudget.of(reading.limits());
        this.workbook = reading.format() == Format.XLSX ? Workbook.open(content, budget) : null;
    }

    /** @param cells that records ask the document for */
    RecordStream records(Set<Address.Cell> cells) throws UnreadableDocument {
        return stream(reading.table(), reading.records(), cells);
    }

    RecordStream joined(JoinRule join) throws UnreadableDocument {
        return stream(join.table(), join.records(), Set.of());
    }

    private RecordStream stream(Optional<TableRule> table, Optional<RecordsAddress> records, Set<Address.Cell> cells)
            throws UnreadableDocument {
        try {
            return switch (reading.format()) {
                case XLSX -> new StreamedTable(sheet(table.orElseThrow()), table.orElseThrow(), month, cells);
                case CSV ->
                    new StreamedTable(
                            new CsvOrigin(content, table.orElseThrow().dialect(), budget),
                            table.orElseThrow(),
                            month,
                            cells);
                case JSON_LINES -> new JsonLines(JsonStream.open(content.open()));
                default ->
                    switch (records.orElseThrow()) {
                        case RecordsAddress.Items items -> new JsonRecords(JsonStream.open(content.open()), items);
                        case RecordsAddress.Elements elements ->
                            new XmlRecords(XmlStream.ofDocument(content.open(), reading.encoding()), elements);
                    };
            };
        } catch (IOException | XMLStreamException unreadable) {
            throw refusalOf(unreadable);
        }
    }

    private SheetOrigin sheet(TableRule rule) throws UnreadableDocument {
        var opened = java.util.Objects.requireNonNull(workbook);
        return new SheetOrigin(opened, opened.choose(rule.sheets(month)));
    }

    /** What JSON or XML says beside its records; a table answers for itself. */
    SourceDocument besides() throws UnreadableDocument {
        try {
            return reading.format() == Format.XML ? besidesElements() : besidesItems();
        } catch (IOException | XMLStreamException unreadable) {
            throw refusalOf(unreadable);
        }
    }

    private SourceDocument besidesItems() throws IOException, UnreadableDocument {
        var left = all().map(RecordsAddress.Items.class::cast)
                .map(JsonRecords::pointerOf)
                .toList();
        try (var json = JsonStream.open(content.open())) {
            return JsonSkeleton.read(json, left);
        }
    }

    private SourceDocument besidesElements() throws IOException, XMLStreamException, UnreadableDocument {
        var left = all().map(RecordsAddress.Elements.class::cast)
                .flatMap(RecordDocument::paths)
                .toList();
        try (var stream = content.open()) {
            return XmlDocument.whole(XmlElements.skeleton(
                    XmlStream.ofDocument(stream, reading.encoding()), MOST_BESIDES, left::contains));
        }
    }

    /** Of the records and of what says which are gone, from the root. */
    private static Stream<List<Address.XmlName>> paths(RecordsAddress.Elements elements) {
        var names = elements.path().steps().stream().map(Address.Step::name).toList();
        return Stream.concat(Stream.of(names), elements.removal().stream().map(removal -> {
            var other = new ArrayList<>(names);
            other.set(names.size() - 1, new Address.XmlName(names.getLast().namespace(), removal));
            return List.copyOf(other);
        }));
    }

    private Stream<RecordsAddress> all() {
        return Stream.concat(
                reading.records().stream(), reading.joins().values().stream().flatMap(join -> join.records().stream()));
    }

    private UnreadableDocument refusalOf(Exception unreadable) {
        return reading.format() == Format.XML
                ? XmlStream.refusalOf(unreadable)
                : new UnreadableDocument(
                        DocumentRule.WORKBOOK,
                        Place.WHOLE,
                        new Bilingual("文件无法读取", "The file cannot be read: " + unreadable.getMessage()));
    }

    @Override
    public void close() {
        if (workbook != null) {
            workbook.close();
        }
    }
}
