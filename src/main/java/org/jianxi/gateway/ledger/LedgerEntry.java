package org.jianxi.gateway.ledger;

import java.time.Instant;
import org.jianxi.gateway.canonical.Digest;

/**
 * One entry of the log as recorded.
 *
 * @param position its index in the tree, from 0
 * @param subject what it speaks of: a submission's id, a message's id
 * @param body canonical JSON, the bytes the leaf hash is taken of
 * @param treeHead root of the tree of {@code position + 1} entries
 * @param seal our CMS over {@code body}
 */
public record LedgerEntry(
        long position,
        String kind,
        String subject,
        byte[] body,
        Digest leafHash,
        Digest treeHead,
        byte[] seal,
        Instant recordedAt) {

    public long treeSize() {
        return position + 1;
    }
}
