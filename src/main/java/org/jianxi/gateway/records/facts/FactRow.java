package org.jianxi.gateway.records.facts;

import java.math.BigDecimal;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.records.copying.BinaryRow;

/**
 * Writes a record's facts as a row for COPY. For one thread.
 *
 * @param hashes of references and comparisons
 */
record FactRow(FactTable table, Hashes hashes) {

    private static final int FEN = 2;

    /** Of what a column holds instead of the value itself; 32 bytes, of which the first 16 are kept. */
    interface Hashes {
        byte[] record(String dataset, String id);

        byte[] comparison(String what, String value);
    }

    /** A row that stands from its batch on, or says that its record is gone. */
    byte[] of(FactBatch batch, CanonicalRecord content, byte[] token) {
        var gone = content.removal();
        var row = new BinaryRow()
                .integer(batch.number())
                .bigint(content.number())
                .text(batch.sender())
                .uuid(token)
                .truth(gone);
        for (var column : table.columns()) {
            var value = gone ? null : content.values().get(column.field());
            if (value == null) {
                row.absent();
            } else {
                add(row, column, value);
            }
        }
        return (gone ? row.absent() : row.integer(batch.number())).end();
    }

    private void add(BinaryRow row, FactColumn column, FieldValue value) {
        switch (column.kind()) {
            case WRITTEN -> add(row, value);
            case MONTH -> row.date(Period.of(value.written()).firstDay());
            case MONEY ->
                row.bigint(new BigDecimal(value.written()).movePointRight(FEN).longValueExact());
            case REFERENCE -> row.uuid(hashes.record(column.of(), value.written()));
            case COMPARISON -> row.uuid(hashes.comparison(column.of(), value.written()));
        }
    }

    private static void add(BinaryRow row, FieldValue value) {
        switch (value) {
            case FieldValue.Text given -> row.text(given.text());
            case FieldValue.Whole given -> row.integer(Math.toIntExact(given.number()));
            case FieldValue.Decimal given -> row.numeric(given.number());
            case FieldValue.Day given -> row.date(given.date());
            case FieldValue.Month given -> row.text(given.written());
            case FieldValue.Moment given -> row.timestamp(given.at());
            case FieldValue.Truth given -> row.truth(given.holds());
        }
    }
}
