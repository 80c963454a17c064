package org.jianxi.gateway.console.office;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.flow.OfficeStep;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.flow.ReturnStory;
import org.jianxi.gateway.flow.SendingBackDesk;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
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

    private final ReturnStories stories;
    private final Ledger ledger;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;
    private final SendingBack sendingBack;

    SubmissionPageController(
            ReturnStories stories,
            Ledger ledger,
            ReportingUnits units,
            WorkingCalendar calendar,
            SendingBack sendingBack) {
        this.stories = stories;
        this.ledger = ledger;
        this.units = units;
        this.calendar = calendar;
        this.sendingBack = sendingBack;
    }

    /** The acts, and what there is to say of them. */
    @Component
    record SendingBack(SendingBackDesk desk, ReturnedSubmissions returned, Reasons reasons) {}

    @GetMapping
    String read(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model) {
        return page(id, List.of(), caller, model);
    }

    /** 退回: only of the revision that stands. */
    @PostMapping("/return")
    String sendBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var step = sendingBack.desk().sendBack(id, new WrittenReason(reason, text), caller.name());
        return after(step, id, caller, model);
    }

    @PostMapping("/return/undo")
    String takeBack(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model) {
        return after(sendingBack.desk().takeBack(id, caller.name()), id, caller, model);
    }

    private String after(OfficeStep step, String id, Caller caller, Model model) {
        return switch (step) {
            case OfficeStep.Done done -> "redirect:/console/submissions/" + id;
            case OfficeStep.Wrong wrong -> page(id, wrong.findings(), caller, model);
            case OfficeStep.NotNow notNow -> page(id, notNow.findings(), caller, model);
            case OfficeStep.NotThere notThere -> throw notThere();
        };
    }

    private String page(String id, List<Finding> refused, Caller caller, Model model) {
        var story = stories.find(id, caller).orElseThrow(SubmissionPageController::notThere);
        var unit = story.submission().sender().map(units::nameOf).orElse("");
        model.addAttribute("page", SubmissionPage.of(story, unit, calendar.zone()));
        var acts = sendingBack.returned().of(id);
        model.addAttribute("back", SendingBackPart.of(acts, sendingBack.reasons(), calendar.zone(), refused));
        model.addAttribute("buttons", Buttons.of(caller));
        model.addAttribute("caller", caller.name());
        return "console/submission";
    }

    /** The bytes as received, to save. What was refused may be anything, a roster too, and is not handed out by a page. */
    @GetMapping("/raw")
    ResponseEntity<byte[]> raw(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var arrival = accepted(id, caller).arrival();
        var name = arrival.fileName().orElse(id + "." + arrival.mediaType().extension());
        return file(
                name, arrival.mediaType().contentType(), ledger.submissions().content(arrival.digest()));
    }

    @GetMapping("/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var receipt = ledger.receipts().find(accepted(id, caller).id());
        return file(id + "-receipt.p7m", "application/pkcs7-mime", receipt.map(SignedReceipt::cms));
    }

    private StoredSubmission accepted(String id, Caller caller) {
        return stories.find(id, caller)
                .map(ReturnStory::submission)
                .filter(StoredSubmission::isAccepted)
                .orElseThrow(SubmissionPageController::notThere);
    }

    private static ResponseEntity<byte[]> file(String name, String contentType, Optional<byte[]> content) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content.orElseThrow(SubmissionPageController::notThere));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
