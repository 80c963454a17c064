package org.jianxi.gateway.records.facts;

import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Period;

/**
 * A delivery whose facts are kept.
 *
 * @param number in the order in which the deliveries of one sender and dataset came to stand
 * @param period the month it was delivered for
 * @param delivers what it says about the records that stand
 */
record FactBatch(int number, String dataset, String sender, Period period, Delivers delivers) {}
