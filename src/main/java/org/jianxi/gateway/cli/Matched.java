package org.jianxi.gateway.cli;

import java.time.Duration;
import java.util.List;
import org.jianxi.gateway.registries.matching.People;
import org.jianxi.gateway.registries.matching.RegistryMatch;

/** What one run of {@code match} found, with what it cost. */
record Matched(People people, List<RegistryMatch> registries, Duration took, PeakMemory memory) {

    Matched {
        registries = List.copyOf(registries);
    }

    /** Of people and registries together. */
    long rows() {
        return people.size()
                + registries.stream().mapToLong(RegistryMatch::rows).sum();
    }

    double rowsPerSecond() {
        return rows() / Math.max(took.toNanos() / 1e9, 1e-9);
    }
}
