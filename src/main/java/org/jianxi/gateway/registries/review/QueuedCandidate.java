package org.jianxi.gateway.registries.review;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.linkage.Waterfall;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.SnapshotLabel;

/**
 * A row of a registry that may be one of ours, in the queue. Says levels and numbers, and nobody's name.
 *
 * @param person token of our person's number
 * @param of the newest extract that has the row
 * @param line of that extract; 0 where its format has none
 */
public record QueuedCandidate(
        long id,
        RegistryName registry,
        Digest person,
        SnapshotLabel of,
        long line,
        Waterfall why,
        Instant foundAt,
        Optional<Closing> closed) {

    /** @param by whoever decided, or what did */
    public record Closing(String outcome, String by, Instant at) {}

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "candidate " + id;
    }
}
