package org.jianxi.gateway.registries.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registry at one day as a sorted file of tokens. Read through buffers, so that memory does not grow with it. */
public final class Snapshot implements AutoCloseable {

    private static final int LONGEST_WORDS = 16 * 1024 * 1024;

    private final FileChannel channel;
    private final long count;
    private final List<String> categories;

    private Snapshot(FileChannel channel, long count, List<String> categories) {
        this.channel = channel;
        this.count = count;
        this.categories = categories;
    }

    /** Throws {@link IOException} where it is no snapshot or was cut short. */
    public static Snapshot open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var header = read(channel, 0, Layout.HEADER);
            var mark = header.getLong();
            var count = header.getLong();
            var most = channel.size() / Layout.ENTRY;
            if (mark != Layout.MARK || count < 0 || count > most) {
                throw new IOException(file + " is no snapshot");
            }
            var wordsAt = Layout.position(count) + Layout.directoryLength(count);
            var length = channel.size() - wordsAt;
            if (length < 0 || length > LONGEST_WORDS) {
                throw new IOException(file + " was cut short");
            }
            var words = StandardCharsets.UTF_8.decode(read(channel, wordsAt, (int) length));
            return new Snapshot(channel, count, List.of(words.toString().split("\n", -1)));
        } catch (IOException | RuntimeException unusable) {
            channel.close();
            throw unusable;
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        var into = ByteBuffer.allocate(length);
        fill(channel, position, into);
        return into.flip();
    }

    private static void fill(FileChannel channel, long position, ByteBuffer into) throws IOException {
        var at = position;
        while (into.hasRemaining()) {
            var read = channel.read(into, at);
            if (read < 0) {
                throw new EOFException("the snapshot was cut short");
            }
            at += read;
        }
    }

    public long count() {
        return count;
    }

    /** How many entries say the very same as another. */
    public long repeated() throws IOException {
        Map<String, Integer> words = new HashMap<>();
        var cursor = new EntryCursor(this, word -> words.computeIfAbsent(word, any -> words.size()));
        var group = new EntryGroup();
        var repeated = 0L;
        while (cursor.isThere()) {
            repeated += group.take(cursor, cursor.first());
        }
        return repeated;
    }

    int categories() {
        return categories.size();
    }

    String category(int number) {
        return categories.get(number);
    }

    /** The entries from that one on, as many as fit, ready to be read. */
    void entries(long first, long end, ByteBuffer into) throws IOException {
        into.clear();
        into.limit((int) Math.min(into.capacity() / Layout.ENTRY * (long) Layout.ENTRY, (end - first) * Layout.ENTRY));
        fill(channel, Layout.position(first), into);
        into.flip();
    }

    /** The first entry of each bucket, and the one behind the last. */
    Directory directory() throws IOException {
        var bits = Layout.directoryBits(count);
        return new Directory(
                read(channel, Layout.position(count), (int) Layout.directoryLength(count))
                        .asLongBuffer(),
                Long.SIZE - bits);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
