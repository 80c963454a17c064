package org.jianxi.gateway.registries.asking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.registries.blind.OwnerFile;

/**
 * What an agent answered about people for one snapshot and purpose, kept so that nobody is asked for twice: 16 bytes of the person's
 * token and 32 of the opened answer each. Its owner's alone.
 */
final class Answers {

    private static final int OUTPUT = 32;
    private static final int LENGTH = PersonToken.LENGTH + OUTPUT;

    private final Path file;
    private final Map<PersonToken, byte[]> answers = new HashMap<>();

    private Answers(Path file) {
        this.file = file;
    }

    /** What a kill left behind an entry's end is taken away. */
    static Answers in(Path folder) throws IOException {
        OwnerFile.folder(folder);
        var answers = new Answers(folder.resolve("answers.bin"));
        if (!Files.exists(answers.file)) {
            new OwnerFile(answers.file).write(new byte[0]);
        }
        var kept = Files.readAllBytes(answers.file);
        var whole = kept.length - kept.length % LENGTH;
        for (var at = 0; at < whole; at += LENGTH) {
            answers.take(Arrays.copyOfRange(kept, at, at + LENGTH));
        }
        try (var channel = FileChannel.open(answers.file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
        }
        return answers;
    }

    private void take(byte[] entry) {
        answers.put(PersonToken.of(entry), Arrays.copyOfRange(entry, PersonToken.LENGTH, LENGTH));
    }

    Optional<byte[]> find(PersonToken person) {
        return Optional.ofNullable(answers.get(person));
    }

    int size() {
        return answers.size();
    }

    boolean has(PersonToken person) {
        return answers.containsKey(person);
    }

    /** On the disk when it returns. */
    void add(Map<PersonToken, byte[]> more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        more.forEach((person, output) -> {
            bytes.writeBytes(person.bytes());
            bytes.writeBytes(output);
        });
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        answers.putAll(more);
    }
}
