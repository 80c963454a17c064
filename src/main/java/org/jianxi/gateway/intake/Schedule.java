package org.jianxi.gateway.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a source is asked, by the office's time (Asia/Shanghai).
 *
 * @param every the pause between two times; zero where {@code cron} says the times
 * @param window outside of it nothing is asked
 */
public record Schedule(Duration every, Optional<CronExpression> cron, Window window) {

    public static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** A year and some more: what has no turn in so many days has none. */
    private static final int FARTHEST_DAYS = 400;

    /** Enough for one turn a minute through all the {@link #FARTHEST_DAYS}. */
    private static final int MOST_TURNS = FARTHEST_DAYS * 24 * 60;

    /**
     * The part of a month in which turns fall.
     *
     * @param workingDays only the first so many working days of a month; empty for all days
     * @param fromHour the first hour of the day, 0 to 23
     * @param toHour the hour before which it ends, 1 to 24
     */
    public record Window(Optional<Integer> workingDays, int fromHour, int toHour) {

        static final Window ALWAYS = new Window(Optional.empty(), 0, 24);

        boolean isEmpty() {
            return fromHour >= toHour;
        }

        boolean holds(ZonedDateTime moment, Predicate<LocalDate> workingDay) {
            return moment.getHour() >= fromHour && moment.getHour() < toHour && holds(moment.toLocalDate(), workingDay);
        }

        private boolean holds(LocalDate day, Predicate<LocalDate> workingDay) {
            return workingDays
                    .map(most -> workingDay.test(day)
                            && day.withDayOfMonth(1)
                                            .datesUntil(day.plusDays(1))
                                            .filter(workingDay)
                                            .count()
                                    <= most)
                    .orElse(true);
        }

        /** The first moment from {@code moment} on that lies inside; empty where none does within a year. */
        Optional<ZonedDateTime> from(ZonedDateTime moment, Predicate<LocalDate> workingDay) {
            if (holds(moment, workingDay)) {
                return Optional.of(moment);
            }
            var today = moment.toLocalDate();
            var first = moment.getHour() < fromHour ? today : today.plusDays(1);
            return first.datesUntil(today.plusDays(FARTHEST_DAYS))
                    .filter(day -> holds(day, workingDay))
                    .findFirst()
                    .map(day -> day.atTime(fromHour, 0).atZone(OFFICE));
        }
    }

    /** The first turn there is when nothing was asked before: at once, or where the cron expression or the window says. */
    public Optional<Instant> first(Instant now, Predicate<LocalDate> workingDay) {
        return cron.isPresent() ? after(now, workingDay) : fromWithin(now, workingDay);
    }

    /** The first moment from {@code moment} on that lies in the window, whatever the turns are. */
    public Optional<Instant> fromWithin(Instant moment, Predicate<LocalDate> workingDay) {
        return window.from(moment.atZone(OFFICE), workingDay).map(ZonedDateTime::toInstant);
    }

    /** The first turn after {@code moment}; empty where there is none within a year. */
    public Optional<Instant> after(Instant moment, Predicate<LocalDate> workingDay) {
        return cron.isPresent()
                ? byCron(cron.get(), moment.atZone(OFFICE), workingDay)
                : fromWithin(moment.plus(every), workingDay);
    }

    private Optional<Instant> byCron(CronExpression turns, ZonedDateTime start, Predicate<LocalDate> workingDay) {
        var last = start.plusDays(FARTHEST_DAYS);
        var turn = turns.next(start);
        for (var looked = 0; turn != null && turn.isBefore(last) && looked < MOST_TURNS; looked++) {
            if (window.holds(turn, workingDay)) {
                return Optional.of(turn.toInstant());
            }
            var opens = window.from(turn, workingDay);
            turn = opens.isEmpty() ? null : turns.next(opens.get().minusNanos(1));
        }
        return Optional.empty();
    }
}
