package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.ledger.Verdict;
import org.jianxi.gateway.ledger.Versions;
import org.jianxi.gateway.ledger.WaitingDelivery.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A submission's state and history on the wire.
 *
 * @param state the verdict's word, as a delivery in work has a state and no verdict
 * @param current whether it is the accepted revision in force
 * @param digest SM3 of the bytes as received
 * @param versions what the verdict was made with; empty text where a part had no say
 * @param accepted what {@code 201} would have said, where the call was answered before the verdict
 * @param problem what {@code 422} would have said, likewise
 */
record SubmissionView(
        String id,
        String source,
        Optional<String> sender,
        String dataset,
        Optional<String> period,
        String state,
        String verdict,
        Optional<Integer> revision,
        boolean current,
        String door,
        Instant receivedAt,
        Instant decidedAt,
        String deadline,
        boolean late,
        String digest,
        long size,
        Optional<String> form,
        Versions versions,
        List<Step> history,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<JsonNode> accepted,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<JsonNode> problem) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One delivery of the same return. */
    record Step(String id, String verdict, Optional<Integer> revision, Instant receivedAt, Instant decidedAt) {

        static Step of(StoredSubmission one) {
            return new Step(
                    one.id(),
                    one.decision().verdict().wireName(),
                    one.decision().revision(),
                    one.arrival().receivedAt(),
                    one.decision().decidedAt());
        }
    }

    static SubmissionView of(StoredSubmission one, List<StoredSubmission> history, Optional<Answer> answer) {
        var arrival = one.arrival();
        var decision = one.decision();
        return new SubmissionView(
                one.id(),
                arrival.source().value(),
                one.sender().map(Sender::code),
                one.dataset(),
                one.period().map(Period::toString),
                decision.verdict().wireName(),
                decision.verdict().wireName(),
                decision.revision(),
                isCurrent(one, history),
                arrival.door().wireName(),
                arrival.receivedAt(),
                decision.decidedAt(),
                decision.deadline(),
                decision.late(),
                arrival.digest().hex(),
                arrival.size(),
                decision.form(),
                decision.versions(),
                history.stream().map(Step::of).toList(),
                answer.filter(Answer::isGood).map(good -> JSON.readTree(good.body())),
                answer.filter(said -> !said.isGood()).map(bad -> JSON.readTree(bad.body())));
    }

    private static boolean isCurrent(StoredSubmission one, List<StoredSubmission> history) {
        return one.isAccepted()
                && history.stream()
                        .filter(other -> other.decision().verdict() == Verdict.ACCEPTED)
                        .noneMatch(other -> other.revision() > one.revision());
    }
}
