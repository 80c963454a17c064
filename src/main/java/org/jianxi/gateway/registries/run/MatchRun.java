package org.jianxi.gateway.registries.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.matching.MatchResult;

/**
 * One comparison of our people with one registry.
 *
 * @param snapshot what it answers from; empty until it has said so
 * @param startedBy as the audit names actors
 * @param people whose records stand
 * @param due how many of them were to be asked for
 * @param results how many have which result
 * @param stopped why it stands still; empty while it goes well
 * @param superseded another snapshot, purpose or legal basis took its place before it was through
 */
public record MatchRun(
        long id,
        RegistryName registry,
        RegistrySettings.Query query,
        Optional<SnapshotLabel> snapshot,
        String startedBy,
        Instant startedAt,
        Instant movedAt,
        Optional<Instant> finishedAt,
        long people,
        long due,
        Map<MatchResult, Long> results,
        Optional<Bilingual> stopped,
        boolean superseded) {

    public MatchRun {
        results = Map.copyOf(results);
    }

    /** How many have an answer, whatever it says. */
    public long answered() {
        return results.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@code running}, {@code stopped}, {@code superseded} or {@code finished}. */
    public String state() {
        if (finishedAt.isPresent()) {
            return superseded ? "superseded" : "finished";
        }
        return stopped.isPresent() ? "stopped" : "running";
    }
}
