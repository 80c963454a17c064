package org.jianxi.gateway.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jianxi.gateway.canonical.Digest;

/**
 * One entry of the log as recorded. What it says is signed by the checkpoints after it.
 *
 * @param position its index in the tree, from 0
 * @param subject what it speaks of: a submission's id, a message's id
 * @param body canonical JSON, the bytes the leaf hash is taken of; kind, subject and moment stand in it too
 * @param treeHead root of the tree of {@code position + 1} entries
 * @param recordedAt to the microsecond, which is what the database keeps
 */
public record LedgerEntry(
        long position, String kind, String subject, byte[] body, Digest leafHash, Digest treeHead, Instant recordedAt) {

    public LedgerEntry {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public long treeSize() {
        return position + 1;
    }
}
