package org.jianxi.gateway.flow.hardship;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.registries.marks.Priorities;
import org.jianxi.gateway.registries.marks.Priorities.Waiting;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** A unit's list of whom to serve first, by the ids that the unit itself gave its trainees. Each look at a record is written down. */
public final class PriorityDesk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PURPOSE = "优先帮扶名单 PRIORITY_HELP";
    private static final String BASIS = "人社部发〔2023〕27号 二(一)";

    private final Priorities priorities;
    private final Openings openings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ZoneId zone;

    public PriorityDesk(
            Priorities priorities, Openings openings, TransactionOperations transaction, Clock clock, ZoneId zone) {
        this.priorities = priorities;
        this.openings = openings;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    /** How sealed records are found and opened. */
    public record Openings(RecordStore store, Looks looks) {}

    /**
     * @param place in the order, from 1
     * @param traineeId the unit's own
     */
    public record Line(int place, String traineeId, Waiting waiting) {}

    /** @param on the day as of which it stands */
    public record PriorityList(Sender sender, LocalDate on, List<Line> lines) {}

    public PriorityList of(Sender sender, String actor) {
        return Optional.ofNullable(transaction.execute(status -> opened(sender, actor)))
                .orElseThrow();
    }

    private PriorityList opened(Sender sender, String actor) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var reason = new LookReason(actor, PURPOSE, Optional.of(BASIS));
        var lines = new java.util.ArrayList<Line>();
        for (var waiting : priorities.of(sender, today)) {
            traineeId(waiting, reason).ifPresent(id -> lines.add(new Line(lines.size() + 1, id, waiting)));
        }
        return new PriorityList(sender, today, lines);
    }

    private Optional<String> traineeId(Waiting waiting, LookReason reason) {
        var record = waiting.record();
        return openings.store()
                .find(record.submission(), record.number())
                .flatMap(kept -> openings.looks().open(kept, reason, clock.instant()))
                .map(leaf -> JSON.readTree(leaf.value()).path("traineeId").asString(""))
                .map(id -> id.isEmpty() ? record.record() : id);
    }
}
