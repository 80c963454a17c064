package org.jianxi.gateway.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.CRC32;

/**
 * The ZIP around a bundle's files: stored one after another, without times, comments or anything else that could vary.
 *
 * <p>The same files give the same bytes on every machine and under every Java, which the JDK's own writer does not promise. So a reader
 * can write it again, and a single changed byte, in a header too, is a difference.
 */
final class Container {

    static final int MOST_FILES = 2_000;
    private static final int LONGEST_NAME = 120;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short NEEDED = 10;
    private static final short FIRST_DAY = 1 << 5 | 1; // 1 January 1980

    private Container() {}

    /** Whether a file may be called so here: plain, relative, no way out of the folder. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME
                && name.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}");
    }

    /** Throws {@link IllegalArgumentException} for more files than a reader takes, or a name that is none. */
    static byte[] write(SequencedMap<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try {
            writeTo(out, files);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
        return out.toByteArray();
    }

    /** The same piece by piece, so that what is large need not be held once more. */
    static void writeTo(OutputStream out, SequencedMap<String, byte[]> files) throws IOException {
        if (files.size() > MOST_FILES || !files.keySet().stream().allMatch(Container::isName)) {
            throw new IllegalArgumentException("Not the files of a bundle: " + files.keySet());
        }
        for (var file : files.entrySet()) {
            out.write(local(file.getKey(), file.getValue()));
            out.write(file.getValue());
        }
        for (var piece : central(files)) {
            out.write(piece);
        }
    }

    static byte[] local(String name, byte[] content) {
        var header = buffer(LOCAL_BYTES + name.length()).putInt(LOCAL).putShort(NEEDED);
        return facts(header, name, content).putShort((short) 0).put(bytes(name)).array();
    }

    /** The directory at the end: one record for each file, then the end record. */
    static List<byte[]> central(SequencedMap<String, byte[]> files) {
        var records = new LinkedHashMap<String, byte[]>();
        var offset = 0;
        for (var file : files.entrySet()) {
            records.put(file.getKey(), record(file.getKey(), file.getValue(), offset));
            offset += LOCAL_BYTES + file.getKey().length() + file.getValue().length;
        }
        var size = records.values().stream().mapToInt(record -> record.length).sum();
        var count = (short) files.size();
        var end = buffer(END_BYTES).putInt(END).putInt(0).putShort(count).putShort(count);
        records.put("", end.putInt(size).putInt(offset).putShort((short) 0).array());
        return List.copyOf(records.values());
    }

    private static byte[] record(String name, byte[] content, int offset) {
        var header = buffer(CENTRAL_BYTES + name.length())
                .putInt(CENTRAL)
                .putShort(NEEDED)
                .putShort(NEEDED);
        return facts(header, name, content)
                .put(new byte[12]) // extra, comment, disk and both kinds of attributes: none
                .putInt(offset)
                .put(bytes(name))
                .array();
    }

    private static ByteBuffer facts(ByteBuffer header, String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return header.putInt(0) // no flags, stored
                .putShort((short) 0)
                .putShort(FIRST_DAY)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** What a container says, piece by piece; nothing in it is believed. */
    static SequencedMap<String, byte[]> read(byte[] zip) throws Doubt {
        return Collections.unmodifiableSequencedMap(new ContainerReader(zip).read());
    }
}
