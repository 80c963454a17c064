package org.jianxi.gateway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** One generated password for each role of the embedded server, each in a file that only we may read. */
final class PasswordFiles {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random;

    PasswordFiles(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    Path fileOf(String role) {
        return folder.resolve(role + ".password");
    }

    /** The role's password, made up at the first call ever. */
    Credentials of(String role) throws IOException {
        var file = fileOf(role);
        if (!Files.exists(file)) {
            Folders.createPrivate(folder);
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            Files.deleteIfExists(partOf(file));
            Files.createFile(
                    partOf(file), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(partOf(file), HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
            Files.move(partOf(file), file);
        }
        return new Credentials(
                role, Files.readString(file, StandardCharsets.US_ASCII).strip());
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
