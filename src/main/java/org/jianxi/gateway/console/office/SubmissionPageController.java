package org.jianxi.gateway.console.office;

import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One delivery of a return, to whoever may read it; for everybody else there is no such page. */
@Controller
class SubmissionPageController {

    private final ReturnStories stories;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;

    SubmissionPageController(ReturnStories stories, ReportingUnits units, WorkingCalendar calendar) {
        this.stories = stories;
        this.units = units;
        this.calendar = calendar;
    }

    @GetMapping("/console/submissions/{id}")
    String read(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model) {
        var story = stories.find(id, caller).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var unit = story.submission().sender().map(units::nameOf).orElse("");
        model.addAttribute("page", SubmissionPage.of(story, unit, calendar.zone()));
        model.addAttribute("caller", caller.name());
        return "console/submission";
    }
}
