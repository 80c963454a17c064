package org.jianxi.gateway.transport.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moves files aside under names of our own making and writes replies that are whole from the moment they can be seen. */
public final class Filing {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;

    public Filing(Clock clock) {
        this.clock = clock;
    }

    /** The file's new place in {@code folder}; its given name has no part in the new one but a known ending. */
    public Path moveAside(Path file, Path folder, String ending) throws IOException {
        var stamp = STAMP.format(clock.instant());
        for (var number = 1; ; number++) {
            var target = folder.resolve(stamp + "-" + number + ending);
            try {
                Files.createFile(target);
                return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
    }

    /**
     * Writes the reply onto the disk and then moves it to its place in one step.
     *
     * @param drafts on the same file system, and seen by nobody: who lists a folder in which a draft has just gone is told of an error
     */
    public void reply(Path drafts, Path outbox, String name, byte[] content) throws IOException {
        var draft = drafts.resolve("." + name + ".tmp");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(draft, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void withdraw(Path outbox, String name) throws IOException {
        Files.deleteIfExists(outbox.resolve(name));
    }
}
