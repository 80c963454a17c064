package org.jianxi.gateway.ledger;

import java.time.Instant;

/**
 * An authority's word on when it saw a checkpoint's CMS bytes.
 *
 * @param authority who stamped, as its certificate names it
 * @param token the timestamp token of RFC 3161; its imprint is SM3 of the checkpoint's CMS bytes
 * @param stampedAt the moment by the authority's clock
 * @param receivedAt the moment by ours
 */
public record Timestamp(long treeSize, String authority, byte[] token, Instant stampedAt, Instant receivedAt) {}
