package org.jianxi.gateway.flow;

/** The one place every door brings its deliveries to. */
public interface Reception {

    /** Takes the delivery in. Never throws for what a sender can do; what is our fault is {@link Outcome.Unfinished}. */
    Outcome receive(Delivery delivery);

    /** The verdict {@link #receive} would give, with nothing kept. */
    Trial dryRun(Delivery delivery);
}
