package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.MonthEndFlow;
import org.jianxi.gateway.flow.NextFilings;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.flow.Step;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.flow.reading.ReturnReading;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The province's return: read as the form, opened figure by figure, approved by one person and filed by another. */
@Controller
@RequestMapping("/console/returns/{period}")
class ProvinceController {

    private final NextFilings next;
    private final MonthEndFlow monthEnd;
    private final ReturnReading reading;
    private final ReportingUnits units;
    private final ProvincePages pages;

    ProvinceController(
            NextFilings next, MonthEndFlow monthEnd, ReturnReading reading, ReportingUnits units, ProvincePages pages) {
        this.next = next;
        this.monthEnd = monthEnd;
        this.reading = reading;
        this.units = units;
        this.pages = pages;
    }

    @GetMapping
    String read(@PathVariable Period period, @AuthenticationPrincipal Caller caller, Model model) {
        return pages.shown(period, List.of(), caller, model);
    }

    @GetMapping("/cells/{indicator}")
    String cell(
            @PathVariable Period period,
            @PathVariable int indicator,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var view = next.of(period).view();
        var found = view.form().find(indicator).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("cell", CellPage.of(view, found, units));
        model.addAttribute("caller", caller.name());
        return "console/cell";
    }

    /** @param gaps the senders whose absence is accepted, each by its code; and {@code returned} whose figures are although sent back */
    @PostMapping("/approve")
    String approve(
            @PathVariable Period period,
            @RequestParam(defaultValue = "") List<String> gaps,
            @RequestParam(defaultValue = "") List<String> returned,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        return after(monthEnd.approve(period, caller.name(), senders(gaps), senders(returned)), period, caller, model);
    }

    @PostMapping("/file")
    String file(@PathVariable Period period, @AuthenticationPrincipal Caller caller, Model model) {
        return after(monthEnd.file(period, caller.name()), period, caller, model);
    }

    /** Everything up to this size of the ledger was read by the one who says so. */
    @PostMapping("/read")
    String markRead(@PathVariable Period period, @RequestParam long position, @AuthenticationPrincipal Caller caller) {
        reading.mark(caller.name(), period, Math.max(0, position));
        return "redirect:/console/returns/" + period + "#changes";
    }

    private static List<Sender> senders(List<String> codes) {
        return codes.stream().flatMap(code -> Sender.parse(code).stream()).toList();
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable Period period,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        return switch (monthEnd.withdrawApproval(period, caller.name(), new WrittenReason(reason, text))) {
            case OfficeStep.Done done -> "redirect:/console/returns/" + period;
            case OfficeStep.Wrong wrong -> pages.shown(period, wrong.findings(), caller, model);
            case OfficeStep.NotNow notNow -> pages.shown(period, notNow.findings(), caller, model);
            case OfficeStep.NotThere notThere -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String after(Step step, Period period, Caller caller, Model model) {
        return switch (step) {
            case Step.Done done -> "redirect:/console/returns/" + period;
            case Step.NotNow notNow -> pages.shown(period, notNow.findings(), caller, model);
        };
    }
}
