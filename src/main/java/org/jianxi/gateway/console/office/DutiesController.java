package org.jianxi.gateway.console.office;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.duties.DutyDesk;
import org.jianxi.gateway.flow.duties.DutyTable;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where offices stand with the programme's duties: the office sees all, a unit its own row. */
@Controller
@RequestMapping("/console/duties")
class DutiesController {

    private final DutyDesk desk;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DutiesController(DutyDesk desk, WorkingCalendar calendar, Clock clock) {
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Last month's, or the month typed in. */
    @GetMapping
    String lately(@RequestParam(defaultValue = "") String period, @AuthenticationPrincipal Caller caller, Model model) {
        var asked = Period.parse(period.strip());
        model.addAttribute("notAMonth", asked.isEmpty() && !period.isBlank());
        return show(asked.orElseGet(() -> calendar.monthOf(clock.instant()).previous()), caller, model);
    }

    @GetMapping("/{period}")
    String month(@PathVariable Period period, @AuthenticationPrincipal Caller caller, Model model) {
        return show(period, caller, model);
    }

    @GetMapping(path = "/{period}/table", produces = "text/csv")
    ResponseEntity<byte[]> table(@PathVariable Period period, @AuthenticationPrincipal Caller caller) {
        var report = desk.of(period, Optional.empty(), readable(caller))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("duties-%s.csv".formatted(period), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(DutyTable.of(report));
    }

    private String show(Period period, Caller caller, Model model) {
        desk.of(period, Optional.empty(), readable(caller))
                .map(DutiesPage::of)
                .ifPresent(page -> model.addAttribute("page", page));
        model.addAttribute("period", period);
        model.addAttribute("caller", caller.name());
        return "console/duties";
    }

    /** None named for the office, which reads all. */
    private static Collection<Sender> readable(Caller caller) {
        if (caller.isOffice()) {
            return List.of();
        }
        if (caller.senders().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return caller.senders();
    }
}
