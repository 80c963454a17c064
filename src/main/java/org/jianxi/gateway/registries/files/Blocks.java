package org.jianxi.gateway.registries.files;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jianxi.gateway.canonical.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into blocks of whole lines for several threads. Where a quotation mark stands, a line may end elsewhere than at its
 * LF: there the blocks end, and the library reads on.
 */
final class Blocks {

    static final int SIZE = 1 << 20;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';

    private final TableFile table;
    private final FileChannel channel;
    private long position;
    private long quotedFrom = -1;
    private int number;

    Blocks(TableFile table, FileChannel channel) {
        this.table = table;
        this.channel = channel;
        this.position = table.plainFrom();
    }

    /** The next lines in this buffer of {@link #SIZE}; null after the last. Safe for several threads. */
    synchronized @Nullable Block next(byte[] buffer) throws IOException {
        if (quotedFrom >= 0) {
            return null;
        }
        var read = fill(buffer);
        if (read == 0) {
            return null;
        }
        var quote = firstQuote(buffer, read);
        var end = quote >= 0 ? lineStart(buffer, quote) : read < SIZE ? read : lineStart(buffer, read);
        if (quote >= 0) {
            quotedFrom = position + end;
        } else if (end == 0) {
            throw FileRefused.whole(
                    table.file(), new Bilingual("有一行超过1 MB，不是表格", "has a line of more than 1 MB and is no table"));
        }
        position += end;
        return new Block(number++, buffer, 0, end);
    }

    /** How far the blocks have come. */
    synchronized long position() {
        return position;
    }

    /** Where the first line with a quotation mark begins; -1 where there is none. */
    synchronized long quotedFrom() {
        return quotedFrom;
    }

    private int fill(byte[] buffer) throws IOException {
        var into = ByteBuffer.wrap(buffer);
        while (into.hasRemaining() && channel.read(into, position + into.position()) >= 0) {
            continue;
        }
        return into.position();
    }

    private static int firstQuote(byte[] buffer, int end) {
        var at = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            var difference = (long) EIGHT.get(buffer, at) ^ QUOTES;
            if (((difference - ONES) & ~difference & HIGHS) != 0) {
                break;
            }
        }
        for (; at < end; at++) {
            if (buffer[at] == '"') {
                return at;
            }
        }
        return -1;
    }

    private static int lineStart(byte[] buffer, int from) {
        var at = from;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
