package org.jianxi.gateway.pulling;

import java.util.Map;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.ledger.LatestDeliveries;

/** What the database knows of the sources: what each delivered last, and how its last turns ended. */
public record SourceActivity(
        Map<SourceId, LatestDeliveries.Latest> deliveries, Map<SourceId, TurnJournal.Entry> turns) {

    /** Where nobody was asked. */
    public static final SourceActivity UNKNOWN = new SourceActivity(Map.of(), Map.of());
}
