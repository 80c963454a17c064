package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.OfficeRemarks;
import org.jianxi.gateway.flow.OfficeRemarks.Remarked;
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
    private final OfficeRemarks remarks;

    WindowController(Windows windows, OfficeRemarks remarks) {
        this.windows = windows;
        this.remarks = remarks;
    }

    @GetMapping(path = "/api/v1/windows/{period}", produces = "application/json")
    WindowView window(@PathVariable Period period) {
        return WindowView.of(windows.of(period), remarks.of(period));
    }

    /** @param unitDeadline the last day in time for a sender; the day ends at 24:00 in Shanghai */
    record WindowView(
            String period,
            LocalDate unitDeadline,
            LocalDate provinceDeadline,
            String calendar,
            boolean provisional,
            List<SenderView> senders) {

        static WindowView of(PeriodWindow window, Remarked remarked) {
            var deadlines = window.deadlines();
            return new WindowView(
                    deadlines.period().toString(),
                    deadlines.unitDay(),
                    deadlines.provinceDay(),
                    deadlines.calendarVersion(),
                    deadlines.provisional(),
                    window.standings().stream()
                            .map(one -> SenderView.of(one, remarked))
                            .toList());
        }
    }

    /**
     * @param returned there while the return that stands is sent back and not answered; it still counts
     * @param exception why and until when the unit may be late; {@code late} is judged as ever
     */
    record SenderView(
            String sender,
            String name,
            String state,
            boolean late,
            Optional<String> submission,
            Optional<Integer> revision,
            Optional<Instant> receivedAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ReturnedView> returned,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ExceptionView> exception) {

        static SenderView of(SenderStanding standing, Remarked remarked) {
            var sender = standing.unit().sender();
            return new SenderView(
                    standing.unit().sender().code(),
                    standing.unit().name(),
                    standing.state().wireName(),
                    standing.late(),
                    standing.submissionId(),
                    standing.revision(),
                    standing.receivedAt(),
                    remarked.returned(sender)
                            .map(one ->
                                    new ReturnedView(one.act().at(), one.act().reason())),
                    remarked.exception(sender).map(one -> new ExceptionView(one.at(), one.until(), one.reason())));
        }
    }

    record ReturnedView(Instant at, String reason) {}

    record ExceptionView(Instant at, LocalDate until, String reason) {}
}
