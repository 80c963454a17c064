package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Predicate;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    /** The first four days of October 2023 and two more were holidays; the 7th and 8th were worked. */
    private static final Predicate<LocalDate> WORKING =
            new CalendarFiles(Path.of("schemas/calendar")).read()::isWorkingDay;

    @Test
    void theNextTurnComesAfterThePause() {
        assertThat(every(900, null, null).after(office("2023-06-01T10:00"), WORKING))
                .contains(office("2023-06-01T10:15"));
        assertThat(every(900, null, null).first(office("2023-06-01T10:00"), WORKING))
                .contains(office("2023-06-01T10:00"));
    }

    @Test
    void aTurnAfterHoursWaitsForTheNextMorning() {
        var schedule = every(3600, null, "08-18");

        assertThat(schedule.after(office("2023-06-01T17:30"), WORKING)).contains(office("2023-06-02T08:00"));
        assertThat(schedule.first(office("2023-06-01T03:10"), WORKING)).contains(office("2023-06-01T08:00"));
    }

    @Test
    void onlyTheFirstWorkingDaysOfAMonthCountHolidaysLeftOut() {
        var schedule = every(3600, 2, "09-17");

        assertThat(schedule.first(office("2023-09-29T12:00"), WORKING)).contains(office("2023-10-07T09:00"));
        assertThat(schedule.after(office("2023-10-07T16:30"), WORKING)).contains(office("2023-10-08T09:00"));
        assertThat(schedule.after(office("2023-10-08T16:30"), WORKING)).contains(office("2023-11-01T09:00"));
    }

    @Test
    void aCronExpressionIsReadByTheOfficesTime() {
        var schedule = new SchedulePart(null, "0 30 8 * * MON-FRI", null).schedule();

        assertThat(schedule.first(office("2023-06-02T08:30"), WORKING)).contains(office("2023-06-05T08:30"));
    }

    @Test
    void aCronExpressionKeepsToItsWindow() {
        var within = new SchedulePart.WithinPart(2, null);
        var schedule = new SchedulePart(null, "0 0 6,20 * * *", within).schedule();

        assertThat(schedule.after(office("2023-10-08T20:00"), WORKING)).contains(office("2023-11-01T06:00"));
    }

    @Test
    void whatNeverComesTrueHasNoTurn() {
        assertThat(new SchedulePart(null, "0 0 0 30 2 *", null).schedule().first(office("2023-06-01T00:00"), WORKING))
                .isEmpty();
        assertThat(new SchedulePart(null, "* * 6 * * *", new SchedulePart.WithinPart(null, "08-09"))
                        .schedule()
                        .first(office("2023-06-01T00:00"), WORKING))
                .isEmpty();
    }

    private static Schedule every(int seconds, @Nullable Integer workingDays, @Nullable String hours) {
        return new SchedulePart(seconds, null, new SchedulePart.WithinPart(workingDays, hours)).schedule();
    }

    private static Instant office(String written) {
        return LocalDateTime.parse(written).atZone(Schedule.OFFICE).toInstant();
    }
}
