package org.jianxi.gateway.registries.files;

import java.nio.charset.StandardCharsets;
import org.jianxi.gateway.registries.identity.PackedId;

/**
 * Finds the fields of lines without quotation marks and judges their bytes in the same pass. What is not common (rare characters, too
 * many or too few fields) goes line by line to {@link OddLine}.
 */
final class PlainLines {

    private static final byte PLAIN = 0;
    private static final byte SEPARATOR = 1;
    private static final byte LINE_END = 2;
    private static final byte BEYOND_ASCII = 3;
    private static final byte STRANGE = 4;

    private final byte[] kinds = new byte[256];
    private final LineSink sink;
    private final OddLine oddLine;
    private final PlainBatch batch;
    private final int[] ends;
    private final int[] columns;
    private final int idColumn;
    private final boolean isUtf8;
    private long id;
    private int fields;
    private boolean isOdd;

    PlainLines(TableFile table, LineSink sink) {
        this.sink = sink;
        this.oddLine = new OddLine(table, sink);
        this.batch = new PlainBatch(table.encoding(), table.wanted().size());
        this.ends = new int[table.width()];
        this.columns = table.wanted().stream().mapToInt(Integer::intValue).toArray();
        this.idColumn = table.wanted().get(RowSink.ID_NUMBER);
        this.isUtf8 = table.encoding().equals(StandardCharsets.UTF_8);
        for (var one = 0x80; one < kinds.length; one++) {
            kinds[one] = BEYOND_ASCII;
        }
        kinds[0] = STRANGE;
        kinds['\r'] = STRANGE;
        kinds['\n'] = LINE_END;
        kinds[table.separator()] = SEPARATOR;
    }

    /** How many lines it has. Throws {@link LineRefused} with the number of the line in the block. */
    int read(Block block) {
        var bytes = block.bytes();
        batch.beginIn(bytes);
        var count = 0;
        var at = block.from();
        while (at < block.to()) {
            count++;
            var end = findFields(bytes, at, block.to());
            var last = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            if (isOdd || fields != ends.length) {
                if (last > at) {
                    oddLine.read(bytes, at, last, count);
                }
            } else if (last > at) {
                ends[fields - 1] = last;
                take(at, bytes);
            }
            at = end + 1;
        }
        handOver(bytes);
        return count;
    }

    private void take(int from, byte[] bytes) {
        for (var wanted = 0; wanted < columns.length; wanted++) {
            var column = columns[wanted];
            batch.field(wanted, column == 0 ? from : ends[column - 1] + 1, ends[column]);
        }
        if (batch.add(id)) {
            handOver(bytes);
        }
    }

    private void handOver(byte[] bytes) {
        if (batch.size() > 0) {
            sink.plain(batch);
            batch.beginIn(bytes);
        }
    }

    /** The position of the line's end; what it holds is in {@link #fields}, {@link #ends} and {@link #isOdd}. */
    private int findFields(byte[] bytes, int from, int to) {
        var column = 0;
        var odd = false;
        var at = idColumn == 0 ? behindId(bytes, from, to) : from;
        while (at < to) {
            var kind = kinds[bytes[at] & 0xFF];
            if (kind == PLAIN) {
                at++;
            } else if (kind == BEYOND_ASCII) {
                var length = isUtf8 ? common(bytes, at, to) : commonOfTwo(bytes, at, to);
                odd |= length == 0;
                at += Math.max(length, 1);
            } else if (kind == SEPARATOR) {
                if (column < ends.length) {
                    ends[column] = at;
                }
                at++;
                if (++column == idColumn) {
                    at = behindId(bytes, at, to);
                }
            } else if (kind == LINE_END) {
                break;
            } else {
                odd |= bytes[at] != '\r' || at + 1 >= to || bytes[at + 1] != '\n';
                at++;
            }
        }
        fields = column + 1;
        isOdd = odd;
        return at;
    }

    /** Most fields of that column are a number in its plain form, and then there is nothing else to find in it. */
    private int behindId(byte[] bytes, int at, int to) {
        var end = at + PackedId.LENGTH;
        var isWhole = end < to && kinds[bytes[end] & 0xFF] == SEPARATOR;
        id = isWhole ? PackedId.of(bytes, at, end) : PackedId.NONE;
        return id == PackedId.NONE ? at : end;
    }

    /** UTF-8 of U+3000 to U+9FFF, as good as every Chinese name, and of the middle dot's range; 0 for anything else. */
    private static int common(byte[] bytes, int at, int to) {
        var first = bytes[at] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) {
            return at + 1 < to && bytes[at + 1] < (byte) 0xC0 ? 2 : 0;
        }
        return first >= 0xE3
                        && first <= 0xE9
                        && at + 2 < to
                        && bytes[at + 1] < (byte) 0xC0
                        && bytes[at + 2] < (byte) 0xC0
                ? 3
                : 0;
    }

    /** GB18030 of two bytes; 0 for anything else. */
    private static int commonOfTwo(byte[] bytes, int at, int to) {
        if (at + 1 >= to) {
            return 0;
        }
        var first = bytes[at] & 0xFF;
        var second = bytes[at + 1] & 0xFF;
        return first >= 0x81 && first <= 0xFD && second >= 0x40 && second != 0x7F && second <= 0xFE ? 2 : 0;
    }
}
