package org.jianxi.gateway.records.facts;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.StringJoiner;
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
        var gone = content.removal();
        var row = new StringJoiner("\t")
                .add(Integer.toString(batch.number()))
                .add(Long.toString(content.number()))
                .add(batch.sender())
                .add(uuid(token))
                .add(gone ? "t" : "f");
        for (var column : table.columns()) {
            var value = gone ? null : content.values().get(column.field());
            row.add(value == null ? ABSENT : value(column, value));
        }
        return row.add(gone ? ABSENT : Integer.toString(batch.number())).toString();
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
        return HexFormat.of().formatHex(token, 0, FactBatch.RECORD_BYTES);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
