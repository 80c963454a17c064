package org.jianxi.gateway.console.office;

import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.ReturnStories;
import org.jianxi.gateway.flow.ReturnStory;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.marking.FindingsWorkbook;
import org.jianxi.gateway.marking.Sent;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** What can be saved of a delivery, by whoever may read its page. */
@Controller
@RequestMapping("/console/submissions/{id}")
class SubmissionFilesController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] NOTHING = new byte[0];

    private final ReturnStories stories;
    private final Ledger ledger;
    private final FindingsWorkbook workbooks;

    SubmissionFilesController(ReturnStories stories, Ledger ledger, FindingsWorkbook workbooks) {
        this.stories = stories;
        this.ledger = ledger;
        this.workbooks = workbooks;
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

    /** The findings as a workbook: the sheet they are about with its cells marked, for the unit that uploaded it; a list for others. */
    @GetMapping("/findings")
    ResponseEntity<byte[]> findings(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var submission = story(id, caller);
        var arrival = submission.arrival();
        var content = isHandedBack(submission, caller)
                ? ledger.submissions().content(arrival.digest()).orElse(NOTHING)
                : NOTHING;
        var findings = FindingJson.read(JSON.readTree(submission.decision().findings()));
        var marked = workbooks.write(new Sent(arrival.mediaType(), content), findings);
        return file(id + "-findings.xlsx", MediaType.XLSX.contentType(), Optional.of(marked));
    }

    private static boolean isHandedBack(StoredSubmission one, Caller caller) {
        return one.isAccepted()
                || one.arrival().door() == Door.CONSOLE
                        && one.sender().filter(caller.senders()::contains).isPresent();
    }

    private StoredSubmission story(String id, Caller caller) {
        return stories.find(id, caller).map(ReturnStory::submission).orElseThrow(SubmissionPageController::notThere);
    }

    private StoredSubmission accepted(String id, Caller caller) {
        return Optional.of(story(id, caller))
                .filter(StoredSubmission::isAccepted)
                .orElseThrow(SubmissionPageController::notThere);
    }

    private static ResponseEntity<byte[]> file(String name, String contentType, Optional<byte[]> content) {
        return Saved.as(name, contentType, content.orElseThrow(SubmissionPageController::notThere));
    }
}
