package org.jianxi.gateway.registries.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.blind.Batch;
import tools.jackson.databind.JsonNode;

/** What each asker has asked today, and which batches were granted: counted from the audit, so that a restart forgets nothing. */
final class Allowance {

    /** Refusals and repeats of one asker a day; whoever has more is refused without a look. */
    private static final int MOST_NUISANCES = 1000;

    /** Whole snapshots of one registry that one asker fetches in a day; one is enough, the others are for mishaps. */
    private static final int MOST_DOWNLOADS = 10;

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final Map<String, Integer> points = new HashMap<>();
    private final Map<String, Integer> nuisances = new HashMap<>();
    private final Map<String, Integer> downloads = new HashMap<>();
    private final Map<String, Digest> granted = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    /** One line of the audit: {@link AuditLine} wrote it. */
    synchronized void read(JsonNode line) {
        if (line.path("asker").isMissingNode()) {
            return;
        }
        turnTo(Instant.parse(line.path("at").asString("")));
        var asker = line.path("asker").asString("");
        var outcome = line.path("outcome").asString("");
        var registry = line.path("registry").asString("");
        points.merge(asker + "/" + registry, line.path("charged").asInt(0), Integer::sum);
        if (outcome.equals(AuditLine.GRANTED)) {
            granted.put(
                    key(
                            asker,
                            line.path("session").asString(""),
                            line.path("number").asInt(0)),
                    new Digest(line.path("batch").asString("")));
        } else if (outcome.equals(AuditLine.FETCHED)) {
            downloads.merge(asker + "/" + registry, 1, Integer::sum);
        } else {
            nuisances.merge(asker, 1, Integer::sum);
        }
    }

    /** What was granted under this session and number. */
    synchronized Standing standing(String asker, Batch batch) {
        var before = granted.get(key(asker, batch.session(), batch.number()));
        if (before == null) {
            return Standing.NEW;
        }
        return before.equals(batch.digest()) ? Standing.REPEATED : Standing.REPLAYED;
    }

    enum Standing {
        NEW,
        /** The very batch that was granted: its answer got lost. */
        REPEATED,
        /** Other content under a session and number that are used. */
        REPLAYED
    }

    synchronized boolean isNuisance(String asker, Instant now) {
        turnTo(now);
        return nuisances.getOrDefault(asker, 0) >= MOST_NUISANCES;
    }

    synchronized boolean allowsDownload(Asker asker, String registry, Instant now) {
        turnTo(now);
        return downloads.getOrDefault(asker.name() + "/" + registry, 0) < MOST_DOWNLOADS;
    }

    synchronized boolean allows(Asker asker, String registry, int more, Instant now) {
        turnTo(now);
        return points.getOrDefault(asker.name() + "/" + registry, 0) + more <= asker.pointsADay();
    }

    /** Until the office's next day begins. */
    static Duration untilTomorrow(Instant now) {
        var tomorrow = LocalDate.ofInstant(now, OFFICE).plusDays(1).atStartOfDay(OFFICE);
        return Duration.between(now, tomorrow.toInstant());
    }

    /** A clock that was set back gives nobody a second allowance. */
    private void turnTo(Instant now) {
        var today = LocalDate.ofInstant(now, OFFICE);
        if (today.isAfter(day)) {
            day = today;
            points.clear();
            nuisances.clear();
            downloads.clear();
        }
    }

    private static String key(String asker, String session, int number) {
        return asker + "/" + session + "/" + number;
    }
}
