package org.jianxi.gateway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 云人社发〔2023〕18号 四: 2 working days for the units. 人社部发〔2023〕27号 四: 5 for the province. 遇节假日顺延. */
class DeadlinesTest {

    private static final WorkingCalendar CALENDAR = new CalendarFiles(Path.of("schemas", "calendar")).read();

    @ParameterizedTest
    @CsvSource({
        "2023-06, 2023-07-04, 2023-07-07, false",
        "2023-04, 2023-05-05, 2023-05-09, false",
        "2024-03, 2024-04-02, 2024-04-08, false",
        "2026-01, 2026-02-03, 2026-02-06, false",
        "2023-09, 2023-10-08, 2023-10-11, false",
        "2025-12, 2026-01-05, 2026-01-08, false",
        "2026-12, 2027-01-05, 2027-01-08, true",
        "2021-11, 2021-12-02, 2021-12-07, true"
    })
    void fallOnTheSecondAndFifthWorkingDay(String period, LocalDate unit, LocalDate province, boolean provisional) {
        var deadlines = of(period);

        assertThat(deadlines.unitDay()).isEqualTo(unit);
        assertThat(deadlines.provinceDay()).isEqualTo(province);
        assertThat(deadlines.provisional()).isEqualTo(provisional);
    }

    @Test
    void areTheEndOfTheDayInShanghai() {
        var deadlines = of("2023-06");

        assertThat(deadlines.unitDeadline()).isEqualTo(Instant.parse("2023-07-04T16:00:00Z"));
        assertThat(deadlines.provinceDeadline()).isEqualTo(Instant.parse("2023-07-07T16:00:00Z"));
    }

    @Test
    void aReturnIsLateTheInstantAfterTheEndOfTheDay() {
        var deadlines = of("2023-06");

        assertThat(deadlines.isLate(Instant.parse("2023-07-04T16:00:00Z"))).isFalse();
        assertThat(deadlines.isLate(Instant.parse("2023-07-04T16:00:00.001Z"))).isTrue();
        assertThat(deadlines.isLateForProvince(Instant.parse("2023-07-07T16:00:00.001Z")))
                .isTrue();
    }

    @Test
    void nameTheDaysThatMovedThem() {
        assertThat(of("2023-04").moved())
                .containsExactly(
                        new SpecialDay(LocalDate.parse("2023-05-01"), SpecialDay.Kind.HOLIDAY, "劳动节"),
                        new SpecialDay(LocalDate.parse("2023-05-02"), SpecialDay.Kind.HOLIDAY, "劳动节"),
                        new SpecialDay(LocalDate.parse("2023-05-03"), SpecialDay.Kind.HOLIDAY, "劳动节"),
                        new SpecialDay(LocalDate.parse("2023-05-06"), SpecialDay.Kind.WORKDAY, "劳动节"));
        assertThat(of("2023-06").moved()).isEmpty();
    }

    @Test
    void aLocalHolidayIsNotedAndExtendsNothing() {
        var wenshan = new Sender("532600");
        var deadlines = of("2024-03");

        assertThat(deadlines.unitDay()).isEqualTo("2024-04-02");
        assertThat(CALENDAR.localNotices(wenshan, deadlines))
                .containsExactly(new LocalHoliday(
                        wenshan,
                        LocalDate.parse("2024-04-01"),
                        LocalDate.parse("2024-04-02"),
                        "自治州纪念日",
                        "all",
                        "stated"));
        assertThat(CALENDAR.localNotices(new Sender("530100"), deadlines)).isEmpty();
    }

    @Test
    void theAnswerNamesItsCalendar() {
        assertThat(of("2023-06").calendarVersion()).matches("cn-yn-2026\\.1\\+[0-9a-f]{8}");
    }

    @Property
    void exactlyTwoAndFiveWorkingDaysLieUpToThem(@ForAll("periods") Period period) {
        var deadlines = CALENDAR.deadlinesOf(period);

        assertThat(workingDays(period, deadlines.unitDay())).hasSize(2).last().isEqualTo(deadlines.unitDay());
        assertThat(workingDays(period, deadlines.provinceDay()))
                .hasSize(5)
                .last()
                .isEqualTo(deadlines.provinceDay());
    }

    @Property
    void provisionalMeansThatNoScheduleIsPublished(@ForAll("periods") Period period) {
        var deadlines = CALENDAR.deadlinesOf(period);

        assertThat(deadlines.provisional())
                .isEqualTo(!List.of(2022, 2023, 2024, 2025, 2026)
                        .contains(deadlines.provinceDay().getYear()));
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.integers()
                .between(0, 12 * 20)
                .map(months -> new Period(Period.of("2015-01").month().plusMonths(months)));
    }

    private static Deadlines of(String period) {
        return CALENDAR.deadlinesOf(Period.of(period));
    }

    private static List<LocalDate> workingDays(Period period, LocalDate to) {
        return period.next()
                .firstDay()
                .datesUntil(to.plusDays(1))
                .filter(CALENDAR::isWorkingDay)
                .toList();
    }
}
