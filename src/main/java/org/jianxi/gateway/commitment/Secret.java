package org.jianxi.gateway.commitment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.signing.KeyedHash;
import org.jianxi.gateway.signing.SaltedLeaf;

/**
 * What keeps the leaves from being guessed: 32 random bytes in a file that only its owner reads. An identity number has so few values that
 * anybody could try them all against a bare hash; each leaf's salt is therefore made of this secret, and of what stands in the leaf, so that
 * a salt that was shown for one content tells nothing of another.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Secret(byte[] key) {

    private static final int BYTES = 32;
    private static final int SALT = 16;

    /** Reads the file, or makes it. Throws {@link FileProblem} when others may read it or it holds something else. */
    public static Secret in(Path file, SecureRandom random) {
        try {
            if (Files.notExists(file)) {
                var key = new byte[BYTES];
                random.nextBytes(key);
                writeForOwner(file, (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return read(file);
        } catch (IOException failed) {
            throw new FileProblem(file.toString(), 0, "cannot be made: " + failed.getMessage());
        }
    }

    /** Reads the file, which must be there. */
    public static Secret read(Path file) {
        try {
            var others = Files.getPosixFilePermissions(file);
            others.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!others.isEmpty()) {
                throw new FileProblem(file.toString(), 0, "must be open to its owner alone (chmod 600)");
            }
            var text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.matches("[0-9a-f]{64}")) {
                throw new FileProblem(file.toString(), 1, "is no secret: 64 hexadecimal digits");
            }
            return new Secret(HexFormat.of().parseHex(text));
        } catch (IOException failed) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + failed.getMessage());
        }
    }

    /** A new file that its owner alone reads; throws {@link IOException} where one is there. */
    public static void writeForOwner(Path file, byte[] content) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** @param context whose leaf it is, and of which month */
    SaltedLeaf leaf(String context, String path, String value) {
        var message = String.join("\u0000", context, path, value).getBytes(StandardCharsets.UTF_8);
        var salt = new KeyedHash(key).of(message);
        return new SaltedLeaf(path, value, HexFormat.of().formatHex(salt, 0, SALT));
    }

    /** Never what it holds. */
    @Override
    public String toString() {
        return "secret of a commitment";
    }
}
