package org.jianxi.gateway.console.office;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.reminders.ReminderDesk;
import org.jianxi.gateway.flow.reminders.ReminderDesk.Ended;
import org.jianxi.gateway.flow.reminders.ReminderDesk.Request;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whom to remind (催报), with what words, who was reminded and what they did after. */
@Controller
class RemindersController {

    private final ReminderDesk desk;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RemindersController(ReminderDesk desk, WorkingCalendar calendar, Clock clock) {
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/console/reminders")
    String reminders(
            @RequestParam(defaultValue = "") String period, @AuthenticationPrincipal Caller caller, Model model) {
        var asked = Period.parse(period.strip());
        model.addAttribute("notAMonth", asked.isEmpty() && !period.isBlank());
        return page(asked.orElseGet(this::lastMonth), Optional.empty(), caller, model);
    }

    /** @param way {@code mail}, or {@code telephone} with a note of what was said */
    @PostMapping("/console/reminders/{period}")
    String remind(
            @PathVariable Period period,
            @RequestParam String sender,
            @RequestParam String way,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var whom = Sender.parse(sender).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var channel = way.equals(Channel.MAIL.wireName()) ? Channel.MAIL : Channel.TELEPHONE;
        var ended = desk.remind(period, new Request(whom, channel, note), caller.name());
        return ended == Ended.DONE
                ? "redirect:/console/reminders?period=%s#unit-%s".formatted(period, whom)
                : page(period, Optional.of(ended), caller, model);
    }

    private String page(Period period, Optional<Ended> refused, Caller caller, Model model) {
        model.addAttribute("page", desk.page(period));
        model.addAttribute("period", period);
        refused.ifPresent(why -> model.addAttribute("refused", why.name()));
        model.addAttribute("reminds", caller.may(Act.REMIND));
        model.addAttribute("caller", caller.name());
        return "console/reminders";
    }

    private Period lastMonth() {
        return calendar.monthOf(clock.instant()).previous();
    }
}
