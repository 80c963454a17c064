package org.jianxi.gateway.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.DocumentReading.Paper;
import org.jianxi.gateway.intake.Admission;
import org.jianxi.gateway.ledger.Said;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.validation.Delivered;
import tools.jackson.databind.json.JsonMapper;

/** A recorded delivery as it came, with what was found about its signature then: certificates and trust are not judged again. */
record ReplayedDelivery(StoredSubmission submission, Delivery delivery) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What came before it was kept what was said beside a delivery is taken to have been brought for the month and sender found in it. */
    static ReplayedDelivery of(StoredSubmission submission, byte[] content, ReportingUnits units) {
        var arrival = submission.arrival();
        var senders = arrival.said()
                .map(Said::speaksFor)
                .or(() -> submission.sender().map(Set::of))
                .orElseGet(() -> Set.copyOf(units.senders()));
        var period = arrival.said().isPresent() ? arrival.said().get().forPeriod() : submission.period();
        return new ReplayedDelivery(
                submission,
                new Delivery(
                        arrival.source(),
                        senders,
                        arrival.door(),
                        submission.dataset(),
                        period,
                        arrival.mediaType(),
                        arrival.fileName(),
                        content,
                        arrival.senderSignature(),
                        Optional.empty(),
                        arrival.receivedAt()));
    }

    Paper paper() {
        return new Paper(delivery.content(), delivery.mediaType(), delivery.sender(), delivery.period());
    }

    Delivered delivered() {
        return new Delivered(delivery.sender(), delivery.period());
    }

    Admission.Ruling ruling() {
        return new Admission.Ruling(Admission.findingsAmong(recordedFindings()), Optional.empty());
    }

    List<Finding> recordedFindings() {
        return FindingJson.read(JSON.readTree(submission.decision().findings()));
    }
}
