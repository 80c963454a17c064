package org.jianxi.gateway.pulling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.Schedule;
import org.jianxi.gateway.intake.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Whose turn it is to be asked: by each source's own schedule, and less and less often while asking fails. */
public final class Turns {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration JITTER = Duration.ofSeconds(3);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    /** @param failing the pauses after failures in a row; empty while all is well */
    private record Turn(Schedule schedule, Optional<Instant> next, Optional<BackOffExecution> failing) {}

    private final Clock clock;
    private final Predicate<LocalDate> workingDay;
    private final Map<SourceId, Turn> turns = new ConcurrentHashMap<>();

    /** @param workingDay which days the office works */
    public Turns(Clock clock, Predicate<LocalDate> workingDay) {
        this.clock = clock;
        this.workingDay = workingDay;
    }

    /** True once the source's next moment has come; a source seen for the first time, or with a new schedule, starts afresh. */
    public boolean isDue(Source source) {
        return next(source).filter(next -> !clock.instant().isBefore(next)).isPresent();
    }

    /** When the source is asked next; empty where its schedule never comes true. */
    public Optional<Instant> next(Source source) {
        var schedule = source.schedule();
        if (schedule.isEmpty()) {
            return Optional.empty();
        }
        return turns.compute(source.id(), (id, before) -> current(before, schedule.get()))
                .next();
    }

    private Turn current(@Nullable Turn before, Schedule schedule) {
        return before != null && before.schedule().equals(schedule)
                ? before
                : new Turn(schedule, schedule.first(clock.instant(), workingDay), Optional.empty());
    }

    /** The turn ended well: the next is by the schedule. */
    public void done(Source source) {
        source.schedule()
                .ifPresent(schedule -> turns.put(
                        source.id(),
                        new Turn(schedule, schedule.after(clock.instant(), workingDay), Optional.empty())));
    }

    /**
     * The turn failed: the next comes soon, and later with each failure in a row.
     *
     * @param wish how long the server asked to be left alone
     */
    public void failed(Source source, Optional<Duration> wish) {
        source.schedule()
                .ifPresent(schedule -> turns.compute(source.id(), (id, before) -> {
                    var failing =
                            Optional.ofNullable(before).flatMap(Turn::failing).orElseGet(Turns::pauses);
                    var pause = Duration.ofMillis(failing.nextBackOff());
                    var longer =
                            wish.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
                    var bounded = longer.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : longer;
                    var next = schedule.fromWithin(clock.instant().plus(bounded), workingDay);
                    return new Turn(schedule, next, Optional.of(failing));
                }));
    }

    private static BackOffExecution pauses() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        pauses.setJitter(JITTER.toMillis());
        return pauses.start();
    }
}
