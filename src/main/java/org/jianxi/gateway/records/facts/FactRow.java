package org.jianxi.gateway.records.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;

/**
 * Writes a record's facts as a row of COPY's text format. For one thread.
 *
 * @param hashes of references and comparisons
 */
record FactRow(FactTable table, Hashes hashes) {

    private static final String ABSENT = "\\N";
    private static final int FEN = 2;

    /** Of what a column holds instead of the value itself; 32 bytes, of which the first 16 are kept. */
    interface Hashes {
        byte[] record(String dataset, String id);

        byte[] comparison(String what, String value);
    }

    /** A row that stands from its batch on, or says that its record is gone. */
    String of(FactBatch batch, CanonicalRecord content, byte[] token) {
        var standsFrom = content.removal() ? ABSENT : Integer.toString(batch.number());
        var head = List.of(
                Integer.toString(batch.number()),
                Long.toString(content.number()),
                batch.sender(),
                uuid(token),
                content.removal() ? "t" : "f");
        var fields = table.columns().stream()
                .map(column ->
                        content.removal() ? ABSENT : find(column, content).orElse(ABSENT));
        return Stream.of(head.stream(), fields, Stream.of(standsFrom))
                .flatMap(part -> part)
                .collect(Collectors.joining("\t"));
    }

    private Optional<String> find(FactColumn column, CanonicalRecord content) {
        return content.find(column.field()).map(value -> value(column, value));
    }

    private String value(FactColumn column, FieldValue value) {
        var text = value.written();
        return switch (column.kind()) {
            case WRITTEN -> escaped(text);
            case MONTH -> text + "-01";
            case MONEY ->
                new BigDecimal(text).movePointRight(FEN).toBigIntegerExact().toString();
            case REFERENCE -> uuid(hashes.record(column.of(), text));
            case COMPARISON -> uuid(hashes.comparison(column.of(), text));
        };
    }

    private static String uuid(byte[] token) {
        return java.util.HexFormat.of().formatHex(Arrays.copyOf(token, FactBatch.RECORD_BYTES));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
