package org.jianxi.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.PeriodWindow;
import org.jianxi.gateway.flow.SenderStanding;
import org.jianxi.gateway.flow.Windows;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The period's window: both deadlines and how each sender stands. */
@RestController
class WindowController {

    private final Windows windows;

    WindowController(Windows windows) {
        this.windows = windows;
    }

    @GetMapping(path = "/api/v1/windows/{period}", produces = "application/json")
    WindowView window(@PathVariable Period period) {
        return WindowView.of(windows.of(period));
    }

    /** @param unitDeadline the last day in time for a sender; the day ends at 24:00 in Shanghai */
    record WindowView(
            String period,
            LocalDate unitDeadline,
            LocalDate provinceDeadline,
            String calendar,
            boolean provisional,
            List<SenderView> senders) {

        static WindowView of(PeriodWindow window) {
            var deadlines = window.deadlines();
            return new WindowView(
                    deadlines.period().toString(),
                    deadlines.unitDay(),
                    deadlines.provinceDay(),
                    deadlines.calendarVersion(),
                    deadlines.provisional(),
                    window.standings().stream().map(SenderView::of).toList());
        }
    }

    record SenderView(
            String sender,
            String name,
            String state,
            boolean late,
            Optional<String> submission,
            Optional<Integer> revision,
            Optional<Instant> receivedAt) {

        static SenderView of(SenderStanding standing) {
            return new SenderView(
                    standing.unit().sender().code(),
                    standing.unit().name(),
                    standing.state().wireName(),
                    standing.late(),
                    standing.submissionId(),
                    standing.revision(),
                    standing.receivedAt());
        }
    }
}
