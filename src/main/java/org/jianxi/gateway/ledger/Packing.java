package org.jianxi.gateway.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Makes bodies smaller before they are sealed (zlib, RFC 1950), and gives them back byte for byte. */
final class Packing {

    /** The word for it in the database. */
    static final String ZLIB = "zlib";

    private static final int SMALLEST = 8 * 1024;
    private static final int HEAD = 64 * 1024;
    private static final int HALF = 2;

    private Packing() {}

    /** Empty for what is small, or whose beginning does not become half as large: workbooks are packed already. */
    static Optional<byte[]> pack(byte[] bytes) {
        if (bytes.length < SMALLEST) {
            return Optional.empty();
        }
        var head = Math.min(bytes.length, HEAD);
        return deflated(bytes, head).length > head / HALF
                ? Optional.empty()
                : Optional.of(deflated(bytes, bytes.length));
    }

    static byte[] unpack(byte[] packed) {
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflated.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("A body of ours does not unpack", damaged);
        }
    }

    private static byte[] deflated(byte[] bytes, int length) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes, 0, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
