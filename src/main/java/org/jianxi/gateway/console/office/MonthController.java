package org.jianxi.gateway.console.office;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.LateExceptionDesk;
import org.jianxi.gateway.flow.OfficeRemarks;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.flow.Windows;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who has filed, who is late and what is wrong, for one month; last month's when none is asked for. */
@Controller
class MonthController {

    private final Windows windows;
    private final News news;
    private final Reasons reasons;
    private final LateExceptionDesk exceptions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MonthController(
            Windows windows,
            News news,
            Reasons reasons,
            LateExceptionDesk exceptions,
            WorkingCalendar calendar,
            Clock clock) {
        this.windows = windows;
        this.news = news;
        this.reasons = reasons;
        this.exceptions = exceptions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What there is to say beside who has filed. */
    @Component
    record News(OfficeRemarks remarks, FilingStatus status) {}

    @GetMapping("/console/window")
    String month(@RequestParam(defaultValue = "") String period, @AuthenticationPrincipal Caller caller, Model model) {
        var asked = Period.parse(period.strip());
        model.addAttribute("notAMonth", asked.isEmpty() && !period.isBlank());
        return page(asked.orElseGet(this::lastMonth), List.of(), caller, model);
    }

    /** Why a unit may file late, and until when. */
    @PostMapping("/console/window/exceptions")
    String except(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var month = Period.parse(period.strip()).orElseThrow(MonthController::notThere);
        var unit = Sender.parse(sender).orElseThrow(MonthController::notThere);
        var why = new WrittenReason(reason, text);
        return switch (exceptions.record(month, unit, day(until), why, caller.name())) {
            case OfficeStep.Done done -> "redirect:/console/window?period=" + month;
            case OfficeStep.Wrong wrong -> page(month, wrong.findings(), caller, model);
            case OfficeStep.NotNow notNow -> page(month, notNow.findings(), caller, model);
            case OfficeStep.NotThere notThere -> throw notThere();
        };
    }

    /** What is no day lies before every deadline. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            return LocalDate.EPOCH;
        }
    }

    private String page(Period period, List<Finding> refused, Caller caller, Model model) {
        model.addAttribute("month", MonthPage.of(windows.of(period), calendar, clock.instant()));
        model.addAttribute("remarks", MonthRemarks.of(news.remarks().of(period), reasons, refused, caller));
        model.addAttribute("filing", caller.may(Act.READ_RETURN) ? news.status().of(period) : Optional.empty());
        model.addAttribute("buttons", Buttons.of(caller));
        model.addAttribute("caller", caller.name());
        return "console/window";
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Period lastMonth() {
        return calendar.monthOf(clock.instant()).previous();
    }
}
