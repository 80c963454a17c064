package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only its owner may enter, and files in it that appear whole or not at all. */
record PrivateFiles(Path folder) {

    private static final String OWNER_ONLY_FOLDER = "rwx------";
    private static final String OWNER_ONLY_FILE = "rw-------";

    /** Makes the folder, or closes an existing one to others. */
    static PrivateFiles in(Path folder) {
        try {
            var permissions = PosixFilePermissions.fromString(OWNER_ONLY_FOLDER);
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(permissions));
            Files.setPosixFilePermissions(folder, permissions);
            return new PrivateFiles(folder);
        } catch (IOException failed) {
            throw new KeyProblem("The folder " + folder + " cannot be made", failed);
        }
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(at(name));
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(at(name));
        } catch (IOException failed) {
            throw new KeyProblem(at(name) + " cannot be read", failed);
        }
    }

    /** A half-written key would be worse than none, so it is written aside, forced to disk and moved into place. */
    void write(String name, byte[] content) {
        try {
            var aside = aside(name, content);
            Files.move(aside, at(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new KeyProblem(at(name) + " cannot be written", failed);
        }
    }

    /** The same where nothing of that name is there; otherwise that stays, also when another process made it a moment ago. */
    void writeNew(String name, byte[] content) {
        try {
            var aside = aside(name, content);
            try {
                Files.createLink(at(name), aside);
            } catch (FileAlreadyExistsException anotherWasQuicker) {
                // what lies there counts for both
            } finally {
                Files.delete(aside);
            }
        } catch (IOException failed) {
            throw new KeyProblem(at(name) + " cannot be written", failed);
        }
    }

    private Path aside(String name, byte[] content) throws IOException {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE));
        var aside = Files.createTempFile(folder, "." + name, ".new", permissions);
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return aside;
    }
}
