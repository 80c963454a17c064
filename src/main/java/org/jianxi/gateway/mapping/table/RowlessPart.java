package org.jianxi.gateway.mapping.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A sheet's XML in UTF-8 without what stands inside {@code sheetData}: how the sheet is laid out, for little more than the price
 * of inflating it. What is merged is said behind the last row.
 */
public final class RowlessPart extends InputStream {

    private static final int LONGEST_NAME = 64;

    private final InputStream part;
    private final byte[] piece = new byte[64 * 1024];
    private final byte[] name = new byte[LONGEST_NAME];
    /** How much of a tag's name was read; -1 outside of one. */
    private int named = -1;

    private boolean opened;
    private byte before;
    private Where where = Where.ABOVE;
    private ByteArrayInputStream ready = new ByteArrayInputStream(new byte[0]);

    private enum Where {
        ABOVE,
        ROWS,
        BELOW
    }

    public RowlessPart(InputStream part) {
        this.part = part;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (ready.available() == 0) {
            var read = part.read(piece, 0, piece.length);
            if (read < 0) {
                return -1;
            }
            ready = new ByteArrayInputStream(kept(read));
        }
        return ready.read(into, offset, length);
    }

    private byte[] kept(int length) {
        var kept = new ByteArrayOutputStream(where == Where.ROWS ? 0 : length);
        for (var at = 0; at < length; at++) {
            switch (where) {
                case ABOVE -> above(piece[at], kept);
                case ROWS -> at = inRows(at, length, kept);
                case BELOW -> {
                    kept.write(piece, at, length - at);
                    return kept.toByteArray();
                }
            }
        }
        return kept.toByteArray();
    }

    private void above(byte one, ByteArrayOutputStream kept) {
        kept.write(one);
        if (one == '<') {
            named = 0;
        } else if (named >= 0 && (one == '>' || one == '/' || one <= ' ')) {
            opened = isSheetData(0);
            named = -1;
        } else if (named >= 0) {
            remember(one);
        }
        if (one == '>' && opened) {
            where = before == '/' ? Where.BELOW : Where.ROWS;
        }
        before = one;
    }

    /** Passes over rows to the byte that was looked at last. */
    private int inRows(int from, int end, ByteArrayOutputStream kept) {
        var at = from;
        while (named < 0 && at < end && piece[at] != '<') {
            at++;
        }
        if (at == end) {
            return at;
        }
        var one = piece[at];
        if (one == '<') {
            named = 0;
        } else if (one == '>' || one <= ' ') {
            if (name[0] == '/' && isSheetData(1)) {
                kept.write('<');
                kept.write(name, 0, named);
                kept.write(one);
                where = Where.BELOW;
            }
            named = -1;
        } else {
            remember(one);
            named = name[0] == '/' ? named : -1;
        }
        return at;
    }

    private void remember(byte one) {
        name[named] = one;
        named = named + 1 < LONGEST_NAME ? named + 1 : -1;
    }

    /** Whether the tag's name behind its first {@code from} bytes is that of the rows, with any prefix. */
    private boolean isSheetData(int from) {
        var local = new String(name, from, Math.max(named - from, 0), StandardCharsets.US_ASCII);
        return local.substring(local.indexOf(':') + 1).equals("sheetData");
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
