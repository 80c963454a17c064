package org.jianxi.gateway.flow.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** When somebody whose return is not there is reminded of it: once at each of three moments. The wire names are contract. */
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

    /**
     * The day a return is due, to its end.
     *
     * @param end the first instant after it
     */
    record Due(LocalDate day, Instant end) {}

    /**
     * The stage a month is at; empty before the first, and on days on which nobody works.
     *
     * @param atWork the days on which somebody is there to read it: a local holiday is none, so who has one before the deadline is
     *     reminded before it
     */
    static Optional<ReminderStage> at(LocalDate today, Due due, Predicate<LocalDate> atWork) {
        if (today.isAfter(due.day())) {
            return atWork.test(today) ? Optional.of(OVERDUE) : Optional.empty();
        }
        if (today.equals(due.day())) {
            return Optional.of(DUE_TODAY);
        }
        return today.isBefore(workingDayBefore(due.day(), atWork)) || !atWork.test(today)
                ? Optional.empty()
                : Optional.of(DUE_SOON);
    }

    /** Nobody tries to deliver it after it has stopped being true. */
    Instant goodUntil(Instant now, Due due, Duration patience) {
        return this == OVERDUE ? now.plus(patience) : due.end();
    }

    private static LocalDate workingDayBefore(LocalDate day, Predicate<LocalDate> atWork) {
        var before = day.minusDays(1);
        while (!atWork.test(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
