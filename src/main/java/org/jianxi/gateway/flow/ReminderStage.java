package org.jianxi.gateway.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.calendar.WorkingCalendar;

/** When a unit whose return is not there is reminded of it: once at each of three moments. The wire names are contract. */
enum ReminderStage {
    /** From the last working day before the deadline's on. */
    DUE_SOON("due-soon"),
    DUE_TODAY("due-today"),
    OVERDUE("overdue");

    private final String wireName;

    ReminderStage(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** The stage a month is at; empty before the first, and on days on which nobody works. */
    static Optional<ReminderStage> at(Instant now, Deadlines deadlines, WorkingCalendar calendar) {
        var today = now.atZone(deadlines.zone()).toLocalDate();
        if (!calendar.isWorkingDay(today)) {
            return Optional.empty();
        }
        if (deadlines.isLate(now)) {
            return Optional.of(OVERDUE);
        }
        if (today.equals(deadlines.unitDay())) {
            return Optional.of(DUE_TODAY);
        }
        return today.isBefore(workingDayBefore(deadlines.unitDay(), calendar))
                ? Optional.empty()
                : Optional.of(DUE_SOON);
    }

    /** Nobody tries to deliver it after it has stopped being true. */
    Instant goodUntil(Instant now, Deadlines deadlines, Duration patience) {
        return this == OVERDUE ? now.plus(patience) : deadlines.unitDeadline();
    }

    private static LocalDate workingDayBefore(LocalDate day, WorkingCalendar calendar) {
        var before = day.minusDays(1);
        while (!calendar.isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
