package org.jianxi.gateway.console.office;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.flow.ReturnStory;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
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
import org.springframework.web.server.ResponseStatusException;

/** One delivery of a return, to whoever may read it; for everybody else there is no such page. */
@Controller
@RequestMapping("/console/submissions/{id}")
class SubmissionPageController {

    private final ReturnStories stories;
    private final Ledger ledger;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;

    SubmissionPageController(ReturnStories stories, Ledger ledger, ReportingUnits units, WorkingCalendar calendar) {
        this.stories = stories;
        this.ledger = ledger;
        this.units = units;
        this.calendar = calendar;
    }

    @GetMapping
    String read(@PathVariable String id, @AuthenticationPrincipal Caller caller, Model model) {
        var story = stories.find(id, caller).orElseThrow(SubmissionPageController::notThere);
        var unit = story.submission().sender().map(units::nameOf).orElse("");
        model.addAttribute("page", SubmissionPage.of(story, unit, calendar.zone()));
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
