package org.jianxi.gateway.api;

import java.util.List;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.WaitingDelivery.Answer;
import org.jianxi.gateway.marking.FindingsWorkbook;
import org.jianxi.gateway.marking.Sent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** One submission: its state and history, its findings, its bytes as received, its receipt. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class SubmissionController {

    private static final String CMS = "application/pkcs7-mime";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReadableSubmissions readable;
    private final Ledger ledger;
    private final ReceivedBytes received;
    private final FindingsWorkbook workbooks;

    SubmissionController(
            ReadableSubmissions readable, Ledger ledger, ReceivedBytes received, FindingsWorkbook workbooks) {
        this.readable = readable;
        this.ledger = ledger;
        this.received = received;
        this.workbooks = workbooks;
    }

    @GetMapping(produces = "application/json")
    ResponseEntity<Object> state(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var waiting = readable.findWaiting(id, caller);
        var inWork = waiting.map(one -> ledger.waiting().progress(id)).filter(progress -> !progress.isDecided());
        if (inWork.isPresent()) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .body(WaitingView.inWork(waiting.orElseThrow(), inWork.get()));
        }
        var answer = waiting.flatMap(one -> ledger.waiting().answer(id));
        var refused = answer.filter(said -> isOfAnother(said, id));
        if (refused.isPresent()) {
            return ResponseEntity.ok(WaitingView.refused(
                    waiting.orElseThrow(), JSON.readTree(refused.get().body())));
        }
        var submission = readable.get(id, caller);
        return ResponseEntity.ok(SubmissionView.of(submission, history(submission), answer));
    }

    /** Refused because of another submission, so that it became none itself. */
    private static boolean isOfAnother(Answer answer, String id) {
        return !answer.isGood() && !answer.submission().equals(id);
    }

    @GetMapping(path = "/findings", produces = "application/json")
    String findings(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var findings = readable.get(id, caller).decision().findings();
        return "{\"findings\":" + findings + "}";
    }

    @GetMapping(path = "/findings", produces = "text/csv")
    byte[] findingsTable(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return FindingsTable.write(readable.get(id, caller).decision().findings());
    }

    /** The sender's own workbook with its cells marked, where it sent one and may see it; a table of the findings in any case. */
    @GetMapping(path = "/findings", produces = XLSX)
    ResponseEntity<byte[]> findingsWorkbook(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var submission = readable.get(id, caller);
        var arrival = submission.arrival();
        var content = received.find(submission.id(), submission.dataset(), arrival, caller)
                .orElseGet(() -> new byte[0]);
        var findings = FindingJson.read(JSON.readTree(submission.decision().findings()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(id + "-findings.xlsx"))
                .body(workbooks.write(new Sent(arrival.mediaType(), content), findings));
    }

    /** The bytes as received; a browser is told to save and not to guess what they are. */
    @GetMapping("/raw")
    ResponseEntity<byte[]> raw(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        var came = readable.came(id, caller);
        var arrival = came.arrival();
        var content = received.find(came.submission(), came.dataset(), arrival, caller)
                .orElseThrow(NotThere::new);
        var name = arrival.fileName().orElse(id + "." + arrival.mediaType().extension());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, arrival.mediaType().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name))
                .body(content);
    }

    /** The return in canonical form, as accepted. */
    @GetMapping(path = "/canonical", produces = "application/json")
    byte[] canonical(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return written(id, caller, false);
    }

    /** What is signed of a batch of people's records. */
    @GetMapping(path = "/manifest", produces = "application/json")
    byte[] manifest(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return written(id, caller, true);
    }

    private byte[] written(String id, Caller caller, boolean ofRecords) {
        var submission = readable.get(id, caller);
        return submission
                .decision()
                .canonical()
                .filter(some -> received.holdsPeople(submission.dataset()) == ofRecords)
                .orElseThrow(NotThere::new);
    }

    @GetMapping(path = "/receipt", produces = CMS)
    byte[] receipt(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return issued(id, caller).cms();
    }

    /** The very bytes that the receipt's signature covers. */
    @GetMapping(path = "/receipt", produces = "application/json")
    byte[] receiptContent(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return issued(id, caller).content();
    }

    private SignedReceipt issued(String id, Caller caller) {
        return ledger.receipts().find(readable.get(id, caller).id()).orElseThrow(NotThere::new);
    }

    private List<StoredSubmission> history(StoredSubmission submission) {
        return submission
                .sender()
                .flatMap(sender ->
                        submission.period().map(period -> new ReturnKey(sender, submission.dataset(), period)))
                .map(ledger.submissions()::history)
                .orElse(List.of(submission));
    }
}
