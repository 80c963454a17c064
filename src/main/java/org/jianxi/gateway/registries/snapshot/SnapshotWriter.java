package org.jianxi.gateway.registries.snapshot;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.registries.matching.SortedKeys;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot from entries in any order: first into 256 parts by the key's first byte, then part by part sorted into the file,
 * so that memory holds one part. The file is there whole or not at all. For one thread at a time.
 */
public final class SnapshotWriter implements AutoCloseable {

    private static final int PARTS = 256;
    private static final int PART_BITS = 8;
    private static final int BUFFER = 32 * 1024;
    private static final int MOST_CATEGORIES = Layout.CATEGORY_MASK;

    private final Path file;
    private final Path folder;
    private final List<@Nullable DataOutputStream> parts = new ArrayList<>();
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private long count;

    public SnapshotWriter(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.folder = Files.createTempDirectory(this.file.getParent(), ".snapshot");
        for (var part = 0; part < PARTS; part++) {
            parts.add(null);
        }
        categories.put("", 0);
    }

    public synchronized void add(Token token, String category) throws IOException {
        var known = categories.computeIfAbsent(category, word -> categories.size());
        if (known > MOST_CATEGORIES) {
            throw new IOException("more than " + MOST_CATEGORIES + " categories");
        }
        var out = part((int) (token.first() >>> (Long.SIZE - PART_BITS)));
        out.writeLong(token.first());
        out.writeLong(token.second());
        out.writeLong(token.name() << Layout.CATEGORY_BITS | known);
        count++;
    }

    private DataOutputStream part(int number) throws IOException {
        var open = parts.get(number);
        if (open == null) {
            open = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve(name(number))), BUFFER));
            parts.set(number, open);
        }
        return open;
    }

    private static String name(int part) {
        return Integer.toString(part);
    }

    /** Sorts and writes. */
    public void finish() throws IOException {
        var part = folder.resolve("snapshot");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 20))) {
            out.writeLong(Layout.MARK);
            out.writeLong(count);
            var directory = new DirectoryCounts(count);
            for (var number = 0; number < PARTS; number++) {
                writeSorted(number, out, directory);
            }
            directory.writeTo(out);
            out.write(String.join("\n", categories.keySet()).getBytes(StandardCharsets.UTF_8));
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All keys of a part begin alike, so what follows decides. */
    private void writeSorted(int number, DataOutputStream out, DirectoryCounts directory) throws IOException {
        var open = parts.get(number);
        if (open == null) {
            return;
        }
        open.close();
        parts.set(number, null);
        var name = folder.resolve(name(number));
        var bytes = Files.readAllBytes(name);
        Files.delete(name);
        var entries = bytes.length / Layout.ENTRY;
        var view = ByteBuffer.wrap(bytes);
        var keys = new long[entries];
        var rows = new int[entries];
        for (var entry = 0; entry < entries; entry++) {
            rows[entry] = entry;
            keys[entry] = view.getLong(entry * Layout.ENTRY);
            directory.count(keys[entry]);
            keys[entry] <<= PART_BITS;
        }
        var sorted = SortedKeys.of(keys, rows, entries);
        for (var at = 0; at < entries; at++) {
            out.write(bytes, sorted.row(at) * Layout.ENTRY, Layout.ENTRY);
        }
    }

    @Override
    public void close() throws IOException {
        for (var number = 0; number < PARTS; number++) {
            var open = parts.get(number);
            if (open != null) {
                open.close();
            }
            Files.deleteIfExists(folder.resolve(name(number)));
        }
        Files.deleteIfExists(folder.resolve("snapshot"));
        Files.delete(folder);
    }
}
