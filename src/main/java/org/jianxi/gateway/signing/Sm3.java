package org.jianxi.gateway.signing;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jianxi.gateway.canonical.Digest;

/** The SM3 hash (GB/T 32905): of bytes at hand, of a stream, or piece by piece while a file arrives. One object, one hash. */
public final class Sm3 {

    private static final int PIECE = 16 * 1024;

    private final SM3Digest digest = new SM3Digest();

    /** The hash of the parts, one after another, as if they were one array. */
    public static Digest of(byte[]... parts) {
        return Digest.of(hash(parts));
    }

    /** Reads the stream to its end; does not close it. */
    public static Digest of(InputStream stream) throws IOException {
        var sm3 = new Sm3();
        var piece = new byte[PIECE];
        for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
            sm3.update(piece, 0, read);
        }
        return sm3.finish();
    }

    static byte[] hash(byte[]... parts) {
        var sm3 = new Sm3();
        for (var part : parts) {
            sm3.update(part, 0, part.length);
        }
        return sm3.bytes();
    }

    public void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** The hash of everything given so far; the object starts anew afterwards. */
    public Digest finish() {
        return Digest.of(bytes());
    }

    private byte[] bytes() {
        var result = new byte[HashFunction.BYTES];
        digest.doFinal(result, 0);
        return result;
    }
}
