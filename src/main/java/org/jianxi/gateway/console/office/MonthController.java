package org.jianxi.gateway.console.office;

import java.time.Clock;
import java.time.YearMonth;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.Windows;
import org.jianxi.gateway.intake.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has filed, who is late and what is wrong, for one month; last month's when none is asked for. */
@Controller
class MonthController {

    private final Windows windows;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MonthController(Windows windows, WorkingCalendar calendar, Clock clock) {
        this.windows = windows;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/console/window")
    String month(@RequestParam(defaultValue = "") String period, @AuthenticationPrincipal Caller caller, Model model) {
        var asked = Period.parse(period.strip());
        var page = MonthPage.of(windows.of(asked.orElseGet(this::lastMonth)), calendar, clock.instant());
        model.addAttribute("month", page);
        model.addAttribute("notAMonth", asked.isEmpty() && !period.isBlank());
        model.addAttribute("caller", caller.name());
        return "console/window";
    }

    private Period lastMonth() {
        return new Period(YearMonth.now(clock.withZone(calendar.zone()))).previous();
    }
}
