package org.jianxi.gateway.mapping.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A document that can be opened again and again, in memory or in a file. Nothing of it is changed. */
public sealed interface Content {

    /** A document held in memory. */
    record InMemory(byte[] bytes) implements Content {}

    /** A document in a file, which nobody writes to meanwhile. */
    record InFile(Path path) implements Content {}

    default long size() throws IOException {
        return switch (this) {
            case InMemory memory -> memory.bytes().length;
            case InFile file -> Files.size(file.path());
        };
    }

    default InputStream open() throws IOException {
        return switch (this) {
            case InMemory memory -> new ByteArrayInputStream(memory.bytes());
            case InFile file -> Files.newInputStream(file.path());
        };
    }

    default SeekableByteChannel channel() throws IOException {
        return switch (this) {
            case InMemory memory -> new SeekableInMemoryByteChannel(memory.bytes());
            case InFile file -> Files.newByteChannel(file.path());
        };
    }
}
