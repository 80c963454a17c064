package org.jianxi.gateway.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jianxi.gateway.evidence.Failure.Reason;

/** Takes a container apart from its beginning and holds every byte against what {@link Container} would write. */
final class ContainerReader {

    /** Beyond this a month is no month. */
    static final int MOST_BYTES = 160 * 1024 * 1024;

    private static final HexFormat HEX = HexFormat.of();
    private static final int LOCAL_MAGIC = 0x04034b50;
    private static final int SIZE_AT = 18;
    private static final int NAME_LENGTH_AT = 26;
    private static final int FIXED = 30;
    private static final int SHOWN = 16;

    private final byte[] zip;
    private final ByteBuffer bytes;
    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    private int at;

    ContainerReader(byte[] zip) {
        this.zip = zip;
        this.bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    SequencedMap<String, byte[]> read() throws Doubt {
        if (zip.length > MOST_BYTES) {
            throw new Doubt(Reason.NOT_A_BUNDLE, "", "at most " + MOST_BYTES + " bytes", zip.length);
        }
        if (zip.length < FIXED || bytes.getInt(0) != LOCAL_MAGIC) {
            throw new Doubt(Reason.NOT_A_BUNDLE, "", "a ZIP", start());
        }
        while (zip.length - at >= FIXED && bytes.getInt(at) == LOCAL_MAGIC) {
            file();
        }
        directory();
        return files;
    }

    private String start() {
        return HEX.formatHex(Arrays.copyOf(zip, Math.min(zip.length, SHOWN)));
    }

    private void file() throws Doubt {
        var nameLength = Short.toUnsignedInt(bytes.getShort(at + NAME_LENGTH_AT));
        var size = Integer.toUnsignedLong(bytes.getInt(at + SIZE_AT));
        var name =
                new String(zip, at + FIXED, Math.min(nameLength, zip.length - at - FIXED), StandardCharsets.US_ASCII);
        if (!Container.isName(name)) {
            throw new Doubt(Reason.CONTAINER_DIFFERS, after(), "a file's name", printable(name));
        }
        var from = at + FIXED + nameLength;
        if (size > zip.length - from) {
            throw new Doubt(Reason.CONTAINER_DIFFERS, name, zip.length - from + " bytes at most", size);
        }
        var content = Arrays.copyOfRange(zip, from, from + (int) size);
        if (files.size() >= Container.MOST_FILES || files.put(name, content) != null) {
            throw new Doubt(Reason.CONTAINER_DIFFERS, name, "each file once", "again");
        }
        same(name, Container.local(name, content));
        at += content.length;
    }

    private void directory() throws Doubt {
        var names = files.sequencedKeySet().iterator();
        for (var record : Container.central(files)) {
            same(names.hasNext() ? names.next() : "", record);
        }
        if (at != zip.length) {
            throw new Doubt(Reason.CONTAINER_DIFFERS, "", at + " bytes", zip.length);
        }
    }

    private void same(String name, byte[] expected) throws Doubt {
        var end = Math.min(zip.length, at + expected.length);
        var differs = Arrays.mismatch(expected, 0, expected.length, zip, at, end);
        if (differs >= 0) {
            var to = Math.min(expected.length, differs + SHOWN);
            throw new Doubt(
                    Reason.CONTAINER_DIFFERS,
                    name,
                    "byte " + (at + differs) + ": " + HEX.formatHex(expected, differs, to),
                    HEX.formatHex(zip, Math.min(end, at + differs), Math.min(end, at + to)));
        }
        at += expected.length;
    }

    /** Where a name is broken, the last good one says where to look. */
    private String after() {
        return files.isEmpty() ? "" : files.lastEntry().getKey() + " +1";
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), SHOWN)).replaceAll("[^ -~]", "?");
    }
}
