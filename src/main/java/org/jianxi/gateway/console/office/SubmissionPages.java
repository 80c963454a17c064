package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.intake.Caller;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a delivery's page together for whoever may read it; for everybody else there is no such page. */
@Component
class SubmissionPages {

    private static final String PAGE = "console/submission";

    private final ReturnStories stories;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;
    private final Lists lists;

    SubmissionPages(ReturnStories stories, ReportingUnits units, WorkingCalendar calendar, Lists lists) {
        this.stories = stories;
        this.units = units;
        this.calendar = calendar;
        this.lists = lists;
    }

    /** What was sent back, what to choose a reason from, and from where on a change is a jump. */
    @Component
    record Lists(ReturnedSubmissions returned, Reasons reasons, LiveFile<JumpThresholds> jumps) {}

    String shown(String id, Caller caller, Model model) {
        return shown(id, List.of(), Explaining.Typed.NOTHING, caller, model);
    }

    /** With what is wrong about the office's act. */
    String refusing(String id, List<Finding> refused, Caller caller, Model model) {
        return shown(id, refused, Explaining.Typed.NOTHING, caller, model);
    }

    /** With what was typed about the warnings, and what is wrong with it. */
    String explaining(String id, Explaining.Typed typed, Caller caller, Model model) {
        return shown(id, List.of(), typed, caller, model);
    }

    private String shown(String id, List<Finding> refused, Explaining.Typed typed, Caller caller, Model model) {
        var story = stories.find(id, caller).orElseThrow(SubmissionPageController::notThere);
        var unit = story.submission().sender().map(units::nameOf).orElse("");
        var page = SubmissionPage.of(story, unit, lists.jumps().get(), calendar.zone());
        var acts = lists.returned().of(id);
        model.addAttribute("page", page);
        model.addAttribute("back", SendingBackPart.of(acts, lists.reasons(), calendar.zone(), refused));
        model.addAttribute("explaining", Explaining.of(page, lists.reasons(), typed, caller));
        model.addAttribute("buttons", Buttons.of(caller));
        model.addAttribute("caller", caller.name());
        return PAGE;
    }
}
