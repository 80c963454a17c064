package org.jianxi.gateway.console.office;

import java.time.Clock;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.targets.TargetDesk;
import org.jianxi.gateway.flow.targets.TargetTable;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How far the year's targets are met: the table, a chart drawn from it, and the ranking as text (通报). */
@Controller
class TargetsController {

    private final TargetDesk desk;
    private final WorkingCalendar calendar;
    private final Clock clock;

    TargetsController(TargetDesk desk, WorkingCalendar calendar, Clock clock) {
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/console/targets")
    String targets(
            @RequestParam(defaultValue = "") String period, @AuthenticationPrincipal Caller caller, Model model) {
        var asked = Period.parse(period.strip());
        var through = asked.orElseGet(this::lastMonth);
        desk.of(through).map(TargetsPage::of).ifPresent(page -> model.addAttribute("page", page));
        model.addAttribute("through", through);
        model.addAttribute("notAMonth", asked.isEmpty() && !period.isBlank());
        model.addAttribute("caller", caller.name());
        return "console/targets";
    }

    @GetMapping(path = "/console/targets/table", produces = "text/csv")
    ResponseEntity<byte[]> table(@RequestParam Period period) {
        var progress = desk.of(period).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("targets-%s.csv".formatted(period))
                                .build()
                                .toString())
                .body(TargetTable.of(progress));
    }

    private Period lastMonth() {
        return calendar.monthOf(clock.instant()).previous();
    }
}
