package org.jianxi.gateway.console.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.uploads.UploadDesk;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.intake.SourceRegister;
import org.junit.jupiter.api.Test;

/** What the page of a unit's reporter opens with, and what it never takes for something else. */
class UploadPagesTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T01:00:00Z"), ZoneOffset.UTC);
    private static final Caller REPORTER = new Caller(
            "desk", Set.of(Role.REPORTER), Optional.empty(), Set.of(new Sender("530900"), new Sender("533300")));

    private final UploadPages pages = new UploadPages(
            new UploadDesk(SourceRegister.open(HOME), null, null, CLOCK),
            Divisions.reportingUnits(HOME),
            new CalendarFiles(HOME.resolve("schemas/calendar")).read(),
            CLOCK);

    @Test
    void itOpensWithTheFirstUnitOfTheNoticesOrderAndLastMonth() {
        var page = pages.of(new UploadForm(null, null, null), REPORTER);
        assertThat(page.unit()).contains(new Sender("530900"));
        assertThat(page.period()).isEqualTo(Period.of("2023-06"));
        assertThat(page.isOpen()).isTrue();
        assertThat(page.refused()).isEmpty();
    }

    @Test
    void anotherUnitAnotherWayOrNoMonthIsRefusedAndNotTakenForTheUsualOne() {
        assertThat(pages.of(new UploadForm("533300", "console", "2023-05"), REPORTER)
                        .refused())
                .isEmpty();
        assertThat(pages.of(new UploadForm("530100", null, null), REPORTER).refused())
                .hasValueSatisfying(why -> assertThat(why.zh()).contains("不在本账号的填报范围"));
        assertThat(pages.of(new UploadForm("530900", "kunming", null), REPORTER).refused())
                .as("a system's own door is none for people")
                .isPresent();
        assertThat(pages.of(new UploadForm("530900", null, "2023-13"), REPORTER).refused())
                .hasValueSatisfying(why -> assertThat(why.en()).contains("written like 2023-06"));
    }

    @Test
    void whoeverHasNoUnitHasNothingToDeliverTo() {
        var nobody = new Caller("desk", Set.of(Role.REPORTER), Optional.empty(), Set.of());
        var page = pages.of(new UploadForm(null, null, null), nobody);
        assertThat(page.units()).isEmpty();
        assertThat(page.isOpen()).isFalse();
    }
}
