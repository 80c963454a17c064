package org.jianxi.gateway.records;

import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;

/** Whose records they are: one accepted submission. */
public record Batch(String submission, Dataset dataset, Sender sender, Period period) {}
