package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

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
        var aside = at("." + name + ".new");
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE));
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try (var channel = FileChannel.open(aside, options, permissions)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            Files.move(aside, at(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new KeyProblem(at(name) + " cannot be written", failed);
        }
    }
}
