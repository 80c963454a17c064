package org.jianxi.gateway.registries.blind;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.JsonNode;

/**
 * What was asked and answered, one JSON object a line, each with the SM3 digest of the line before as {@code previous}. A line is on
 * the disk before what it tells of is sent. Safe for many threads; one process at a time.
 */
public final class Trail implements AutoCloseable {

    private static final String PREVIOUS = "previous";
    private static final Digest NOTHING_BEFORE = new Digest("0".repeat(64));

    private final FileChannel channel;
    private Digest last = NOTHING_BEFORE;

    private Trail(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads what is there, each line to {@code reader}. A line without its end was never acted on and is taken away. Throws
     * {@link FileProblem} for a line that was changed, taken out or put in, or when another process has the file.
     */
    public static Trail open(Path file, Consumer<JsonNode> reader) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), owner);
        try {
            if (channel.tryLock() == null) {
                throw new FileProblem(file.toString(), 0, "is in use by another process");
            }
            var trail = new Trail(channel);
            trail.read(file, reader);
            return trail;
        } catch (IOException | RuntimeException unusable) {
            channel.close();
            throw unusable;
        }
    }

    private void read(Path file, Consumer<JsonNode> reader) throws IOException {
        var whole = 0L;
        var number = 0;
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new ByteArrayOutputStream();
            for (var one = stream.read(); one >= 0; one = stream.read()) {
                if (one == '\n') {
                    number++;
                    whole += line.size() + 1L;
                    take(file, number, line.toByteArray(), reader);
                    line.reset();
                } else {
                    line.write(one);
                }
            }
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    private void take(Path file, int number, byte[] line, Consumer<JsonNode> reader) {
        try {
            var entry = StrictJson.parse(line);
            if (!entry.path(PREVIOUS).asString("").equals(last.hex())) {
                throw new FileProblem(file.toString(), number, "does not follow the line before");
            }
            last = Sm3.of(line);
            reader.accept(entry);
        } catch (UnreadableDocument changed) {
            throw new FileProblem(file.toString(), number, "is no line of an audit");
        }
    }

    /** Gives back the line's digest. Throws {@link IOException} when it did not reach the disk: then nothing may be sent. */
    public synchronized Digest append(Map<String, ?> entry) throws IOException {
        var tree = new TreeMap<String, Object>(entry);
        tree.put(PREVIOUS, last.hex());
        var line = CanonicalBytes.text(tree).getBytes(StandardCharsets.UTF_8);
        var begin = channel.position();
        try {
            var bytes = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put((byte) '\n')
                    .flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException full) {
            channel.truncate(begin);
            channel.position(begin);
            throw full;
        }
        last = Sm3.of(line);
        return last;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
