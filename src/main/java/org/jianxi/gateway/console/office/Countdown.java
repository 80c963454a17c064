package org.jianxi.gateway.console.office;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.calendar.SpecialDay;

/**
 * How long it is until a deadline, or how long it has been over.
 *
 * @param day the last one in time, until 24:00 in Shanghai
 * @param moved the holidays and make-up days before it that put it where it is
 */
public record Countdown(LocalDate day, boolean over, Duration distance, List<Stretch> moved) {

    /** Days of one festival behind one another that count alike. */
    public record Stretch(LocalDate first, LocalDate last, SpecialDay.Kind kind, String name) {

        private boolean isFollowedBy(SpecialDay day) {
            return day.date().equals(last.plusDays(1))
                    && day.kind() == kind
                    && day.name().equals(name);
        }

        public boolean isOneDay() {
            return first.equals(last);
        }
    }

    public Countdown {
        moved = List.copyOf(moved);
    }

    static Countdown ofUnits(Deadlines deadlines, Instant now) {
        return of(deadlines, deadlines.unitDay(), deadlines.unitDeadline(), now);
    }

    static Countdown ofProvince(Deadlines deadlines, Instant now) {
        return of(deadlines, deadlines.provinceDay(), deadlines.provinceDeadline(), now);
    }

    private static Countdown of(Deadlines deadlines, LocalDate day, Instant end, Instant now) {
        var distance = Duration.between(now, end);
        var moved = deadlines.moved().stream()
                .filter(special -> !special.date().isAfter(day))
                .toList();
        return new Countdown(day, now.isAfter(end), distance.abs(), stretches(moved));
    }

    private static List<Stretch> stretches(List<SpecialDay> days) {
        var stretches = new ArrayList<Stretch>();
        for (var day : days) {
            var goesOn = !stretches.isEmpty() && stretches.getLast().isFollowedBy(day);
            var first = goesOn ? stretches.removeLast().first() : day.date();
            stretches.add(new Stretch(first, day.date(), day.kind(), day.name()));
        }
        return stretches;
    }

    public long days() {
        return distance.toDays();
    }

    /** Beyond the whole days. */
    public int hours() {
        return distance.toHoursPart();
    }

    /** Beyond the whole hours. */
    public int minutes() {
        return distance.toMinutesPart();
    }
}
