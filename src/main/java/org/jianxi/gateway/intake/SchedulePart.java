package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.documents.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** The member {@code schedule} of {@code source.yaml} or {@code registry.yaml} as it is written. */
public record SchedulePart(
        @Nullable Integer everySeconds,
        @Nullable String cron,
        @Nullable WithinPart within) {

    private static final String EACH_DAY = "00-24";

    public record WithinPart(
            @Nullable Integer workingDays, @Nullable String hours) {

        Schedule.Window window() {
            var written = hours == null ? EACH_DAY : hours;
            return new Schedule.Window(
                    Optional.ofNullable(workingDays),
                    Integer.parseInt(written.substring(0, 2)),
                    Integer.parseInt(written.substring(3, 5)));
        }
    }

    public Schedule schedule() {
        var window = within == null ? Schedule.Window.ALWAYS : within.window();
        return cron == null
                ? new Schedule(Seconds.or(everySeconds, 0), Optional.empty(), window)
                : new Schedule(Duration.ZERO, Optional.of(CronExpression.parse(cron)), window);
    }

    /** Throws the problem with what its schema cannot judge, on its line of the file. */
    public void check(YamlFile file, String pointer) {
        misfit().ifPresent(found -> {
            throw file.problem(pointer + found.pointer(), found.why());
        });
    }

    Optional<DoorPart.Misfit> misfit() {
        if (cron != null && !CronExpression.isValidExpression(cron)) {
            return Optional.of(new DoorPart.Misfit(
                    "/cron", "is no cron expression of six fields (second minute hour day month weekday): " + cron));
        }
        return within != null && within.window().isEmpty()
                ? Optional.of(new DoorPart.Misfit("/within/hours", "the first hour must come before the last"))
                : Optional.empty();
    }
}
