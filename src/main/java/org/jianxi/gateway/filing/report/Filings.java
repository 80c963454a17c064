package org.jianxi.gateway.filing.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.Acknowledgement.Verdict;
import org.jianxi.gateway.filing.OutboxState;

/**
 * What of one month went to the ministry.
 *
 * @param day the last day on which the province's return is in time [人社部发〔2023〕27号 四]
 * @param over whether that day is over; before it nothing is missing
 * @param filings oldest first
 */
public record Filings(Period period, LocalDate day, boolean over, List<Filing> filings) {

    public Filings {
        filings = List.copyOf(filings);
    }

    /**
     * @param correction its number in the month; empty for a return that corrects none
     * @param late whether the day was over; of a correction it is not asked
     * @param answers what the ministry said, oldest first
     */
    public record Filing(
            int revision,
            Optional<Integer> correction,
            Instant at,
            boolean late,
            OutboxState state,
            List<Answer> answers) {
        public Filing {
            answers = List.copyOf(answers);
        }
    }

    /**
     * The ministry's word about one filing.
     *
     * @param receivedAt as the ministry says
     * @param signed by the ministry; otherwise an officer typed it in
     * @param reason why it was rejected; empty text where nothing was said
     */
    public record Answer(String number, Verdict verdict, Instant receivedAt, boolean signed, String reason) {}
}
