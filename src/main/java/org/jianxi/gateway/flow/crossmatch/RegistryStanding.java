package org.jianxi.gateway.flow.crossmatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.Way;

/**
 * How a registry stands.
 *
 * @param newest the newest run, whatever became of it
 * @param lastGood as of which day people were last compared to the end, or the extract that stands was made
 * @param next by its schedule
 * @param waiting for a person
 */
public record RegistryStanding(
        RegistrySettings settings,
        Optional<MatchRun> newest,
        Optional<LocalDate> lastGood,
        Optional<Instant> next,
        Waiting waiting) {

    /**
     * What a person has to decide.
     *
     * @param differences numbers under another name
     * @param candidates rows without a number that may be ours
     */
    public record Waiting(long differences, long candidates) {}

    /** {@code extract}, {@code service} or {@code agent}. */
    public String way() {
        return switch (settings.way()) {
            case Way.Extract extract -> "extract";
            case Way.Service service -> "service";
            case Way.Agent agent -> "agent";
        };
    }

    /** Of the last good snapshot, in days. */
    public OptionalLong ageDays(LocalDate today) {
        return lastGood.map(day -> OptionalLong.of(ChronoUnit.DAYS.between(day, today)))
                .orElseGet(OptionalLong::empty);
    }
}
