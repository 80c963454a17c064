package org.jianxi.gateway.publishing;

import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;

/**
 * What somebody was told of an entry.
 *
 * @param content the digest of what they are known to hold; empty where they were sent something and nobody knows whether it arrived
 */
public record Held(ListKind list, String id, Optional<Digest> content) {}
