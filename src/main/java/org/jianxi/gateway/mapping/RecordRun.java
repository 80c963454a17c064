package org.jianxi.gateway.mapping;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.clause.Clauses;
import org.jianxi.gateway.mapping.conversion.FieldDemand;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.JoinedRecord;
import org.jianxi.gateway.mapping.source.JoinedTable;
import org.jianxi.gateway.mapping.source.RecordStream;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.source.StreamedTable;
import org.jianxi.gateway.mapping.table.Value;

/** One document of records on its way through its mapping. */
final class RecordRun {

    private final RecordReading reading;
    private final MappingContext context;
    private final RecordDocument document;
    private final RecordSink sink;
    private final Map<String, JoinedTable> joins = new HashMap<>();
    private final Set<String> members;
    private final Removals removals;
    private final RepeatedFindings repeated;
    private int findings;

    RecordRun(RecordReading reading, MappingContext context, RecordDocument document, RecordSink sink) {
        this.reading = reading;
        this.context = context;
        this.document = document;
        this.sink = sink;
        this.members = reading.fields().fieldNames();
        this.removals = new Removals(reading);
        this.repeated = new RepeatedFindings(reading.fields());
    }

    void run() throws UnreadableDocument, IOException {
        for (var finding : reading.fields().unmapped()) {
            tell(finding);
        }
        for (var join : reading.joins().values()) {
            try (var rows = document.joined(join)) {
                joins.put(join.name(), JoinedTable.read(join, rows));
            }
        }
        try (var records = document.records(wantedCells())) {
            if (records instanceof StreamedTable table) {
                reading.columns().ifPresent(table::keepOnly);
            }
            read(records);
        } finally {
            tellRepeated();
        }
        for (var join : joins.values()) {
            for (var finding : join.remarks()) {
                tell(finding);
            }
        }
    }

    private void read(RecordStream records) throws UnreadableDocument {
        var around = surroundings(records);
        var reader = new RecordReader(
                reading.fields(), context.areas(), new Clauses(context.sender(), context.trainees()), sink.judges());
        var number = 0L;
        for (var next = records.next(); next != null; next = records.next()) {
            var record = around.isNeeded() ? around.with(next) : next;
            if (number == 0 && reading.table().isPresent()) {
                reader = reader.without(missingColumns(record));
            }
            number = one(reader, record, number, records.place(), records.isRemoval());
            tellAll(records);
            if (number > reading.limits().rows()) {
                throw refused(
                        DocumentRule.LIMIT,
                        records.place(),
                        "记录超过%d条".formatted(reading.limits().rows()),
                        "There are more than %d records"
                                .formatted(reading.limits().rows()));
            }
        }
        tellAll(records);
        if (number == 0) {
            throw refused(DocumentRule.ROW, records.place(), "没有一条记录", "There is not one record");
        }
    }

    /** @param named whether the document calls it a record that is gone */
    private long one(RecordReader reader, SourceDocument record, long number, Place place, boolean named)
            throws UnreadableDocument {
        if (Thread.currentThread().isInterrupted()) {
            throw refused(DocumentRule.LIMIT, place, "读取已停止", "Reading was stopped");
        }
        var wanted = reader.isWanted(record);
        if (wanted.isEmpty()) {
            tell(Finding.error(
                    FieldDemand.EXPRESSION,
                    place,
                    new Bilingual("不能判断这条记录是否计入（where）", "Whether this record counts (where) cannot be decided")));
            return number;
        }
        if (!wanted.get()) {
            return number;
        }
        var isRemoval = removals.has(reader, record, named);
        if (isRemoval.isEmpty()) {
            tell(Finding.error(
                    FieldDemand.EXPRESSION,
                    place,
                    new Bilingual(
                            "不能判断这条记录是否已删除（removed）", "Whether this record is gone (removed) cannot be decided")));
            return number;
        }
        if (reading.closed()) {
            tellStrangers(record, place.inRecord(number + 1), isRemoval.get() ? removals.keys() : members);
        }
        var read = isRemoval.get() ? reader.readRemoval(record, number + 1) : reader.read(record, number + 1);
        for (var finding : read.findings()) {
            if (!repeated.takes(finding)) {
                tell(finding);
            }
        }
        sink.record(read.content());
        return number + 1;
    }

    private void tellStrangers(SourceDocument record, Place place, Set<String> members) throws UnreadableDocument {
        for (var name : record.strangers(members)) {
            tell(CanonicalBatch.stranger(name, place));
        }
    }

    /** Told once for the whole table, at its header, and not again for each row. */
    private Set<String> missingColumns(SourceDocument first) throws UnreadableDocument {
        var missing = new HashSet<String>();
        for (var rule : reading.fields().rules()) {
            var address = rule.address().orElse(null);
            if (address == null) {
                continue;
            }
            switch (probe(first, address)) {
                case Answer.NoSuchPlace none -> {
                    missing.add(rule.field().name());
                    tell(headerFinding(rule, none.nearest(), none.why()));
                }
                case Answer.Several several -> {
                    missing.add(rule.field().name());
                    tell(headerFinding(rule, several.first(), several.why()));
                }
                case Answer.Found found -> {}
            }
        }
        return missing;
    }

    private Answer probe(SourceDocument first, Address address) {
        return address instanceof Address.InJoin other && joins.containsKey(other.join())
                ? joins.get(other.join())
                        .probe(other.inner())
                        .orElse(new Answer.Found(new Value.Nothing(), Place.WHOLE))
                : first.find(address);
    }

    private static Finding headerFinding(FieldRule rule, Place at, Bilingual why) {
        var field = rule.field();
        var message = new Bilingual(
                "%s（%s）：%s".formatted(field.label().zh(), field.name(), why.zh()),
                "%s (%s): %s".formatted(field.label().en(), field.name(), why.en()));
        var place = at.forField(field.name());
        return field.isRequired()
                ? Finding.error(DocumentRule.HEADER, place, message)
                : Finding.warning(DocumentRule.HEADER, place, message);
    }

    private Surroundings surroundings(RecordStream records) throws UnreadableDocument {
        var asksDocument = reading.fields().rules().stream()
                .anyMatch(rule -> rule.address().orElse(null) instanceof Address.OfDocument);
        if (!asksDocument && joins.isEmpty()) {
            return new Surroundings(Map.of(), null);
        }
        if (records instanceof StreamedTable table) {
            return new Surroundings(joins, table.whole());
        }
        return new Surroundings(joins, asksDocument ? document.besides() : null);
    }

    /** What records are asked about besides themselves. */
    private record Surroundings(
            Map<String, JoinedTable> joins,
            @org.jspecify.annotations.Nullable SourceDocument whole) {

        boolean isNeeded() {
            return whole != null || !joins.isEmpty();
        }

        SourceDocument with(SourceDocument record) {
            return new JoinedRecord(record, joins, whole == null ? record : whole);
        }
    }

    private Set<Address.Cell> wantedCells() {
        return reading.fields().rules().stream()
                .flatMap(rule -> rule.address().stream())
                .map(address -> address instanceof Address.OfDocument whole ? whole.inner() : address)
                .filter(Address.Cell.class::isInstance)
                .map(Address.Cell.class::cast)
                .collect(Collectors.toSet());
    }

    private void tellAll(RecordStream records) throws UnreadableDocument {
        for (var remark : records.remarks()) {
            tell(remark);
        }
    }

    /** What was read before a refusal counts too; after the time is up nobody listens. */
    private void tellRepeated() {
        if (!Thread.currentThread().isInterrupted()) {
            repeated.all().forEach(sink::finding);
        }
    }

    private void tell(Finding finding) throws UnreadableDocument {
        if (++findings > sink.mostFindings()) {
            throw refused(
                    DocumentRule.LIMIT,
                    finding.at(),
                    "问题超过%d个，从这里起未读取".formatted(sink.mostFindings()),
                    "There are more than %d findings; from here on nothing was read".formatted(sink.mostFindings()));
        }
        sink.finding(finding);
    }

    private static UnreadableDocument refused(DocumentRule rule, Place at, String zh, String en) {
        return new UnreadableDocument(rule, at, new Bilingual(zh, en));
    }
}
