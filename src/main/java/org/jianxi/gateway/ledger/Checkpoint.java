package org.jianxi.gateway.ledger;

import java.time.Instant;
import org.jianxi.gateway.canonical.Digest;

/**
 * Our signed word on the tree at one size (a signed tree head, RFC 9162 §4.10, in our own form).
 *
 * @param content canonical JSON: {@code checkpoint treeSize treeHead signedAt}
 * @param cms our seal with that content inside
 */
public record Checkpoint(long treeSize, Digest treeHead, byte[] content, byte[] cms, Instant signedAt) {}
