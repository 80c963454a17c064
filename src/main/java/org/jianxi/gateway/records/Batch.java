package org.jianxi.gateway.records;

import java.time.LocalDate;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.records.facts.Delivered;

/**
 * Whose records they are: one accepted submission.
 *
 * @param delivers what they say about the records that stand
 * @param receivedOn the office's calendar day on which they came
 */
public record Batch(
        String submission, Dataset dataset, Sender sender, Period period, Delivers delivers, LocalDate receivedOn) {

    Delivered delivered() {
        return new Delivered(submission, dataset.id(), sender, period, delivers);
    }
}
