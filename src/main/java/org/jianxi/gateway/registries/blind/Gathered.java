package org.jianxi.gateway.registries.blind;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an extract under their persons' keys, in 256 files by the key's first byte: so tens of millions are sorted in the memory
 * of one file. Safe for many threads.
 */
final class Gathered implements AutoCloseable {

    private static final int PARTS = 256;
    private static final int NUMBERS = Long.BYTES + Short.BYTES;
    private static final int LENGTH = PersonKey.LENGTH + NUMBERS;

    private final Path folder;
    private final List<OutputStream> parts = new ArrayList<>();

    private Gathered(Path folder) {
        this.folder = folder;
    }

    static Gathered beside(Path target) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var gathered =
                new Gathered(Files.createTempDirectory(target.toAbsolutePath().getParent(), ".making", owner));
        for (var part = 0; part < PARTS; part++) {
            gathered.parts.add(new BufferedOutputStream(Files.newOutputStream(gathered.file(part))));
        }
        return gathered;
    }

    private Path file(int part) {
        return folder.resolve(Integer.toString(part));
    }

    void add(PersonKey person, long nameToken, int category) throws IOException {
        var record = ByteBuffer.allocate(LENGTH)
                .put(person.bytes())
                .putLong(nameToken)
                .putShort((short) category)
                .array();
        var part = parts.get(Byte.toUnsignedInt(record[0]));
        synchronized (part) {
            part.write(record);
        }
    }

    /** Every row once in the order of the keys, which is nobody's order; gives back how many. */
    long writeTo(OutputStream target, WordKeys words) throws IOException {
        var count = 0L;
        for (var part = 0; part < PARTS; part++) {
            parts.get(part).close();
            var read = Files.readAllBytes(file(part));
            var rows = new TreeSet<byte[]>(Arrays::compareUnsigned);
            for (var at = 0; at < read.length; at += LENGTH) {
                rows.add(Arrays.copyOfRange(read, at, at + LENGTH));
            }
            write(rows, target, words);
            count += rows.size();
        }
        return count;
    }

    /** A person's second row and those behind it have numbers of their own, so that nobody else sees that they belong together. */
    private static void write(Iterable<byte[]> rows, OutputStream target, WordKeys words) throws IOException {
        byte @Nullable [] last = null;
        var occurrence = 0;
        for (var row : rows) {
            var key = Arrays.copyOf(row, PersonKey.LENGTH);
            occurrence = Arrays.equals(key, last) ? occurrence + 1 : 0;
            last = key;
            var numbers = ByteBuffer.wrap(row, PersonKey.LENGTH, NUMBERS);
            var token = numbers.getLong();
            var category = Short.toUnsignedInt(numbers.getShort());
            target.write(new Entry(token, category, words.key(category)).sealed(new PersonKey(key), occurrence));
        }
    }

    @Override
    public void close() throws IOException {
        for (var part = 0; part < parts.size(); part++) {
            parts.get(part).close();
            Files.deleteIfExists(file(part));
        }
        Files.deleteIfExists(folder);
    }
}
