package org.jianxi.gateway.signing;

import java.util.List;

/**
 * Shows that an older tree is the beginning of a newer one, so nothing was changed or dropped (RFC 9162 §2.1.4).
 *
 * @param older the older tree, or any subtree, whose root the verifier holds
 * @param newerSize how many entries the newer tree has
 */
public record ConsistencyProof(Span older, long newerSize, List<byte[]> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    public ConsistencyProof(long olderSize, long newerSize, List<byte[]> path) {
        this(Span.whole(olderSize), newerSize, path);
    }
}
