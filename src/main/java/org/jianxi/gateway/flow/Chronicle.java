package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.flow.Recorder.Case;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.StoredSubmission;

/** What is said of a verdict beside the ledger, in its transaction: a row of the audit, and a notice to the source that delivered. */
public record Chronicle(Audit audit, NoticeBoard board) {

    private static final String CALL = "/api/v1/submissions/";

    void decided(Case one, StoredSubmission submission) {
        var delivery = one.delivery();
        var verdict = submission.decision().verdict().wireName();
        audit.record(
                one.decidedAt(),
                new Audit.Deed(
                        delivery.source().value(),
                        "submission-" + verdict,
                        submission.id(),
                        delivery.door().wireName()));
        var news = new News(
                NoticeKind.VERDICT,
                "verdict." + verdict,
                "verdict/" + submission.id(),
                data(submission, one.examined().findings()),
                one.decidedAt());
        board.tell(delivery.source(), news, submission.sender(), submission.period());
    }

    /** Which rules spoke and how often; the findings themselves are called for, with the sender's own key. */
    private static Map<String, Object> data(StoredSubmission submission, List<Finding> findings) {
        var decision = submission.decision();
        var data = new LinkedHashMap<String, Object>();
        data.put("submission", submission.id());
        submission.sender().ifPresent(sender -> data.put("sender", sender.code()));
        data.put("dataset", submission.dataset());
        submission.period().ifPresent(period -> data.put("period", period.toString()));
        data.put("verdict", decision.verdict().wireName());
        decision.revision().ifPresent(revision -> data.put("revision", revision));
        data.put("door", submission.arrival().door().wireName());
        data.put("receivedAt", submission.arrival().receivedAt().toString());
        data.put("deadline", decision.deadline());
        data.put("late", decision.late());
        data.put("errors", count(findings, Severity.ERROR));
        data.put("warnings", count(findings, Severity.WARNING));
        data.put(
                "rules",
                findings.stream().map(Finding::rule).distinct().sorted().toList());
        data.put("href", CALL + submission.id());
        return data;
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
