package org.jianxi.gateway.flow;

import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.ExplanationJson;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.flow.RepeatedExplanations.Said;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Submissions;
import tools.jackson.databind.json.JsonMapper;

/** Reads what units said about the warnings they stand by, in the returns that stand. */
public record Explanations(Submissions submissions, Reasons reasons) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A year, so that a season can be seen to come back. */
    private static final int MONTHS = 12;

    /** A month's explanations beside those of the eleven months before it. */
    public RepeatedExplanations of(Period period) {
        var from = new Period(period.month().minusMonths(MONTHS - 1L));
        var all = submissions.standingBetween(Delivery.MONTHLY_RETURN, from, period).stream()
                .flatMap(Explanations::said)
                .toList();
        return RepeatedExplanations.of(period, all, reasons);
    }

    private static Stream<Said> said(StoredSubmission one) {
        return ExplanationJson.read(JSON.readTree(one.decision().explanations())).stream()
                .map(bound ->
                        new Said(one.sender().orElseThrow(), one.period().orElseThrow(), bound.rule(), bound.text()));
    }
}
