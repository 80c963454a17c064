package org.jianxi.gateway.ledger;

import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/** What a chain of revisions belongs to: one sender's dataset for one month. */
public record ReturnKey(Sender sender, String dataset, Period period) {}
