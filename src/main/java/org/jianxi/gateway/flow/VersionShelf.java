package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.ledger.KeptFiles.KeptFile;
import org.jianxi.gateway.ledger.Versions;
import org.jianxi.gateway.signing.Sm3;

/**
 * The SM3 by which every mapping, definition and calendar is named when it is read; it remembers the bytes, so that the ledger can
 * keep the very file a verdict rested on. Holds a few kilobytes for each edition read since the start.
 */
public final class VersionShelf implements Function<byte[], Digest> {

    private final Map<String, byte[]> bytesByDigest = new ConcurrentHashMap<>();

    @Override
    public Digest apply(byte[] bytes) {
        var digest = Sm3.of(bytes);
        bytesByDigest.putIfAbsent(digest.hex(), bytes.clone());
        return digest;
    }

    /** The files behind these versions; a part that had no say has none. */
    List<KeptFile> of(Versions versions) {
        return Stream.of(
                        file("definition", versions.definition()),
                        file("mapping", versions.mapping()),
                        file("calendar", versions.calendarFiles()))
                .flatMap(files -> files)
                .toList();
    }

    /** The bytes that were read under this digest since the start. */
    Optional<byte[]> bytes(Digest digest) {
        return Optional.ofNullable(bytesByDigest.get(digest.hex())).map(byte[]::clone);
    }

    private Stream<KeptFile> file(String name, String digest) {
        return Stream.ofNullable(bytesByDigest.get(digest)).map(bytes -> new KeptFile(new Digest(digest), name, bytes));
    }
}
