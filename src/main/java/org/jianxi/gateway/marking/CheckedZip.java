package org.jianxi.gateway.marking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A sender's workbook, looked through before anything is made of it: so many parts, bytes and tags and no more, nothing in it that acts.
 * What passes is packed anew, so that what was looked at is what is opened.
 */
final class CheckedZip {

    private static final int MOST_PARTS = 200;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A tag in memory takes about a kilobyte in the worst case. */
    private static final int MOST_TAGS = 120_000;

    private static final String TYPES = "[content_types].xml";
    private static final List<String> REFUSED_TYPES =
            List.of("macroenabled", "vbaproject", "activex", "externallink", "connections+xml", "sheet.binary");

    private int parts;
    private int bytes;
    private int tags;

    private CheckedZip() {}

    /** The same workbook; empty when it is none, is too large to be marked, or holds what we do not touch. */
    static Optional<byte[]> of(byte[] content) {
        try {
            return new CheckedZip().packedAnew(content);
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> packedAnew(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream(content.length);
        var names = new HashSet<String>();
        try (var from = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
                var to = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var part = from.readNBytes(MOST_BYTES - bytes + 1);
                bytes += part.length;
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (++parts > MOST_PARTS || bytes > MOST_BYTES || !names.add(name) || !isHarmless(name, part)) {
                    return Optional.empty();
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(part);
                to.closeEntry();
            }
        }
        return names.contains(TYPES) ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private boolean isHarmless(String name, byte[] part) {
        if (!name.endsWith(".xml") && !name.endsWith(".rels") && !name.endsWith(".vml")) {
            return true;
        }
        for (var one : part) {
            tags += one == '<' ? 1 : 0;
        }
        var text = new String(part, StandardCharsets.ISO_8859_1);
        return tags <= MOST_TAGS
                && !text.contains("<!DOCTYPE")
                && (!name.equals(TYPES) || REFUSED_TYPES.stream().noneMatch(text.toLowerCase(Locale.ROOT)::contains));
    }
}
