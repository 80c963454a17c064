package org.jianxi.gateway.flow;

import org.jianxi.gateway.filing.month.Month;

/** What filing a month now would send, and where the month stands in its workflow. Read together, so that they agree. */
public record MonthStanding(NextFiling next, Month month) {}
