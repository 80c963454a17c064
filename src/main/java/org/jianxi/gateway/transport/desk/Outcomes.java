package org.jianxi.gateway.transport.desk;

import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.slf4j.Logger;

/** One line in the log for each ending: source, door, month, receipt. Never a name, never a word of the content. */
public final class Outcomes {

    private Outcomes() {}

    public static void log(Logger log, Delivery delivery, Outcome outcome) {
        var period = delivery.period().map(Object::toString).orElse("its own period");
        switch (outcome) {
            case Outcome.Accepted accepted ->
                log.info(
                        "{} by {} for {}: accepted as {}{}",
                        delivery.source(),
                        delivery.door().wireName(),
                        period,
                        accepted.submissionId(),
                        accepted.replay() ? " before" : "");
            case Outcome.Returned returned ->
                log.info(
                        "{} by {} for {}: returned as {} with {} findings",
                        delivery.source(),
                        delivery.door().wireName(),
                        period,
                        returned.submissionId(),
                        returned.findings().size());
            case Outcome.Unfinished unfinished ->
                log.warn(
                        "{} by {} for {}: not decided, {}",
                        delivery.source(),
                        delivery.door().wireName(),
                        period,
                        unfinished.reason());
        }
    }
}
