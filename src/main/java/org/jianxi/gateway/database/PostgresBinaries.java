package org.jianxi.gateway.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once from the binaries jar into a folder named after the archive's checksum.
 *
 * <p>Unpacked beside its final place and renamed at the end, so that a folder by that name is always whole.
 */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}, unpacking it under {@code cache} the first time. */
    static Path unpackedIn(Path cache) {
        var archive = Optional.ofNullable(PostgresBinaries.class.getResource(ARCHIVE))
                .orElseThrow(() ->
                        new DatabaseUnavailable("No PostgreSQL binaries for this machine; set jianxi.database.url"));
        try {
            var unpacked = cache.resolve("binaries-" + stamp(archive));
            if (!Files.isDirectory(unpacked)) {
                unpack(archive, cache, unpacked);
            }
            return unpacked;
        } catch (IOException failed) {
            throw new DatabaseUnavailable("Cannot unpack PostgreSQL into " + cache, failed);
        }
    }

    private static String stamp(URL archive) throws IOException {
        var connection = archive.openConnection();
        var crc = connection instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : 0;
        return String.format(Locale.ROOT, "%08x-%x", crc, connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path cache, Path unpacked) throws IOException {
        Files.createDirectories(cache);
        var partial = Files.createTempDirectory(cache, "binaries-partial-");
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, partial);
            }
        }
        try {
            Files.move(partial, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException raced) {
            Folders.delete(partial);
            if (!Files.isDirectory(unpacked)) {
                throw raced;
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
