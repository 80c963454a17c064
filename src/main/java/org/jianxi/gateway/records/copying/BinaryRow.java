package org.jianxi.gateway.records.copying;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.postgresql.util.ByteConverter;

/**
 * A row of COPY's binary format (PostgreSQL, COPY, File Formats), which neither side has to write out as text and take apart again.
 * Column after column in their order.
 */
public final class BinaryRow {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    /** Before the first row: the signature, no flags, no extension. */
    static final byte[] HEAD = ByteBuffer.allocate(SIGNATURE.length + 2 * Integer.BYTES)
            .put(SIGNATURE)
            .array();

    /** Behind the last row. */
    static final byte[] END =
            ByteBuffer.allocate(Short.BYTES).putShort((short) -1).array();

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int ABSENT = -1;
    private static final int UUID_BYTES = 16;
    private static final byte JSONB_VERSION = 1;
    private static final int ROOM = 256;

    private ByteBuffer row;
    private short columns;

    public BinaryRow() {
        this(ROOM);
    }

    /** @param room in bytes, as far as that can be told; more is made where it is needed */
    public BinaryRow(int room) {
        row = ByteBuffer.allocate(Short.BYTES + room).putShort((short) 0);
    }

    public BinaryRow absent() {
        column(0);
        row.putInt(row.position() - Integer.BYTES, ABSENT);
        return this;
    }

    /** @param value an empty one is absent */
    public BinaryRow bytes(byte[] value) {
        return value.length == 0 ? absent() : put(value);
    }

    public BinaryRow text(String value) {
        return put(value.getBytes(StandardCharsets.UTF_8));
    }

    /** @param value JSON */
    public BinaryRow jsonb(String value) {
        var text = value.getBytes(StandardCharsets.UTF_8);
        column(Byte.BYTES + text.length).put(JSONB_VERSION).put(text);
        return this;
    }

    /** @param value of which the first 16 bytes count */
    public BinaryRow uuid(byte[] value) {
        column(UUID_BYTES).put(value, 0, UUID_BYTES);
        return this;
    }

    public BinaryRow truth(boolean holds) {
        column(Byte.BYTES).put((byte) (holds ? 1 : 0));
        return this;
    }

    public BinaryRow integer(int number) {
        column(Integer.BYTES).putInt(number);
        return this;
    }

    public BinaryRow bigint(long number) {
        column(Long.BYTES).putLong(number);
        return this;
    }

    public BinaryRow numeric(BigDecimal number) {
        return put(ByteConverter.numeric(number));
    }

    public BinaryRow date(LocalDate day) {
        return integer(Math.toIntExact(ChronoUnit.DAYS.between(FIRST_DAY, day)));
    }

    public BinaryRow timestamp(LocalDateTime at) {
        return bigint(ChronoUnit.MICROS.between(FIRST_DAY.atStartOfDay(), at));
    }

    /** The whole row, once its last column stands. */
    public byte[] end() {
        row.putShort(0, columns);
        return Arrays.copyOf(row.array(), row.position());
    }

    private BinaryRow put(byte[] value) {
        column(value.length).put(value);
        return this;
    }

    private ByteBuffer column(int size) {
        columns++;
        if (row.remaining() < Integer.BYTES + size) {
            row = ByteBuffer.allocate(2 * (row.capacity() + size)).put(row.flip());
        }
        return row.putInt(size);
    }
}
