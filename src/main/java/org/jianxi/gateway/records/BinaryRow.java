package org.jianxi.gateway.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A row of COPY's binary format (PostgreSQL, COPY, File Formats), which neither side has to write out in hexadecimal and take apart
 * again.
 */
final class BinaryRow {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    /** Before the first row: the signature, no flags, no extension. */
    static final byte[] HEAD = ByteBuffer.allocate(SIGNATURE.length + 2 * Integer.BYTES)
            .put(SIGNATURE)
            .array();

    /** Behind the last row. */
    static final byte[] END =
            ByteBuffer.allocate(Short.BYTES).putShort((short) -1).array();

    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int ABSENT = -1;

    private BinaryRow() {}

    /** @param columns in their order; an empty one is absent */
    static byte[] of(byte[]... columns) {
        var size = Short.BYTES;
        for (var column : columns) {
            size += Integer.BYTES + column.length;
        }
        var row = ByteBuffer.allocate(size).putShort((short) columns.length);
        for (var column : columns) {
            row.putInt(column.length == 0 ? ABSENT : column.length).put(column);
        }
        return row.array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bigint(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static byte[] date(LocalDate day) {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(Math.toIntExact(day.toEpochDay() - FIRST_DAY))
                .array();
    }
}
