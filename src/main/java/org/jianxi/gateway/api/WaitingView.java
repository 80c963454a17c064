package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.ledger.WaitingDelivery;
import tools.jackson.databind.JsonNode;

/**
 * A delivery that was kept before it was read, on the wire: as long as it is in work, and where it became no submission of its own.
 *
 * @param state {@code received}, {@code working}, {@code accepted} or {@code rejected}
 * @param progress absent when it is decided
 * @param problem what the call would have been answered with
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record WaitingView(
        String id,
        String source,
        Optional<String> sender,
        String dataset,
        Optional<String> period,
        String state,
        Optional<Progress> progress,
        String door,
        Instant receivedAt,
        String digest,
        long size,
        List<SubmissionView.Step> history,
        Optional<JsonNode> problem) {

    /**
     * @param ahead deliveries that came before it and are in work too
     * @param tries how often its reading was begun
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Progress(long ahead, int tries, Optional<Instant> startedAt, Optional<Instant> nextTryAt) {

        static Progress of(WaitingDelivery.Progress one) {
            return new Progress(one.ahead(), one.tries(), one.startedAt(), one.nextTryAt());
        }
    }

    static WaitingView inWork(WaitingDelivery one, WaitingDelivery.Progress progress) {
        return of(one, progress.state().wireName(), Optional.of(Progress.of(progress)), Optional.empty());
    }

    static WaitingView refused(WaitingDelivery one, JsonNode problem) {
        return of(one, "rejected", Optional.empty(), Optional.of(problem));
    }

    private static WaitingView of(
            WaitingDelivery one, String state, Optional<Progress> progress, Optional<JsonNode> problem) {
        var arrival = one.arrival();
        return new WaitingView(
                one.id(),
                arrival.source().value(),
                one.onlySender().map(Sender::code),
                one.dataset(),
                one.said().forPeriod().map(Period::toString),
                state,
                progress,
                arrival.door().wireName(),
                arrival.receivedAt(),
                arrival.digest().hex(),
                arrival.size(),
                List.of(),
                problem);
    }
}
