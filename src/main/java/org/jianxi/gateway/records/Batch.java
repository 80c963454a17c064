package org.jianxi.gateway.records;

import java.time.LocalDate;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;

/**
 * Whose records they are: one accepted submission.
 *
 * @param receivedOn the office's calendar day on which they came
 */
public record Batch(String submission, Dataset dataset, Sender sender, Period period, LocalDate receivedOn) {}
