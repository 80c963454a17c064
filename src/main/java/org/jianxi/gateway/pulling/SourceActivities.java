package org.jianxi.gateway.pulling;

import org.jianxi.gateway.ledger.LatestDeliveries;

/** Reads what is known of the sources at this moment. */
public final class SourceActivities {

    private final LatestDeliveries deliveries;
    private final TurnJournal turns;

    SourceActivities(LatestDeliveries deliveries, TurnJournal turns) {
        this.deliveries = deliveries;
        this.turns = turns;
    }

    public SourceActivity now() {
        return new SourceActivity(deliveries.bySource(), turns.all());
    }
}
