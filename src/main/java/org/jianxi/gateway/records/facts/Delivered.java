package org.jianxi.gateway.records.facts;

import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/**
 * A delivery that is accepted.
 *
 * @param submission its id
 * @param delivers what it says about the records that stand
 */
public record Delivered(String submission, String dataset, Sender sender, Period period, Delivers delivers) {}
