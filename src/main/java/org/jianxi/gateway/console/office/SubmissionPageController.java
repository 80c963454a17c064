package org.jianxi.gateway.console.office;

import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.flow.SendingBackDesk;
import org.jianxi.gateway.flow.WrittenReason;
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

/** One delivery of a return, to whoever may read it; for everybody else there is no such page. */
@Controller
@RequestMapping("/console/submissions/{id}")
class SubmissionPageController {

    private final SubmissionPages pages;
    private final SendingBackDesk desk;

    SubmissionPageController(SubmissionPages pages, SendingBackDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    String read(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model) {
        return pages.shown(id, caller, model);
    }

    /** 退回: only of the revision that stands. */
    @PostMapping("/return")
    String sendBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var step = desk.sendBack(id, new WrittenReason(reason, text), caller.name());
        return after(step, id, caller, model);
    }

    @PostMapping("/return/undo")
    String takeBack(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model) {
        return after(desk.takeBack(id, caller.name()), id, caller, model);
    }

    private String after(OfficeStep step, String id, Caller caller, Model model) {
        return switch (step) {
            case OfficeStep.Done done -> "redirect:/console/submissions/" + id;
            case OfficeStep.Wrong wrong -> pages.refusing(id, wrong.findings(), caller, model);
            case OfficeStep.NotNow notNow -> pages.refusing(id, notNow.findings(), caller, model);
            case OfficeStep.NotThere notThere -> throw notThere();
        };
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
