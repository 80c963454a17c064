package org.jianxi.gateway.flow;

import org.jianxi.gateway.intake.Source;

/** The one place every door brings its deliveries to. */
public interface Reception {

    /** To be asked for before the delivery is read, and given along with it ({@link Delivery#under}). */
    Terms terms(Source source);

    /** Takes the delivery in. Never throws for what a sender can do; what is our fault is {@link Outcome.Unfinished}. */
    Outcome receive(Delivery delivery);

    /** The verdict {@link #receive} would give, with nothing kept. */
    Trial dryRun(Delivery delivery);
}
