package org.jianxi.gateway.console.reporting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.uploads.UploadDesk;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Source;
import org.springframework.stereotype.Component;

/** Makes the page for whoever reads it: the account's units, the ways open to the chosen one, last month where none is named. */
@Component
record UploadPages(UploadDesk desk, ReportingUnits units, WorkingCalendar calendar, Clock clock) {

    private static final Bilingual NO_MONTH =
            new Bilingual("月份写作 2023-06，请改正后重试", "a month is written like 2023-06; mend it and try again");

    UploadPage of(UploadForm form, Caller caller) {
        var mine = units.inOrder().stream()
                .filter(one -> caller.senders().contains(one.sender()))
                .toList();
        var unit = form.unitAsked()
                .filter(caller.senders()::contains)
                .or(() -> mine.stream().map(ReportingUnit::sender).findFirst());
        var ways = unit.map(desk::waysOf).orElse(List.of());
        var page = new UploadPage(
                mine,
                unit,
                ways,
                way(form, ways),
                form.periodAsked()
                        .orElseGet(() -> calendar.monthOf(clock.instant()).previous()),
                Optional.empty(),
                Optional.empty());
        return refusal(form, page).map(page::refusing).orElse(page);
    }

    /** What is asked for is never quietly taken for something else. */
    private static Optional<Bilingual> refusal(UploadForm form, UploadPage page) {
        if (form.saysNoMonth()) {
            return Optional.of(NO_MONTH);
        }
        var otherUnit = UploadForm.says(form.unit()) && !form.unitAsked().equals(page.unit());
        var otherWay = UploadForm.says(form.source())
                && !form.sourceAsked().equals(page.way().map(Source::id));
        return otherUnit || otherWay ? Optional.of(UploadPage.NOT_YOURS) : Optional.empty();
    }

    private static Optional<Source> way(UploadForm form, List<Source> ways) {
        return form.sourceAsked()
                .flatMap(asked ->
                        ways.stream().filter(one -> one.id().equals(asked)).findFirst())
                .or(() -> ways.stream().findFirst());
    }
}
