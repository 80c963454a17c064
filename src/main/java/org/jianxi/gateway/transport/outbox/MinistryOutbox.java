package org.jianxi.gateway.transport.outbox;

import org.jianxi.gateway.filing.OutboxDrain;
import org.springframework.beans.factory.ObjectProvider;

/** The bean of the route that empties the outbox. Without a ministry configured, filed returns wait. */
public final class MinistryOutbox {

    private final ObjectProvider<OutboxDrain> drain;

    public MinistryOutbox(ObjectProvider<OutboxDrain> drain) {
        this.drain = drain;
    }

    /** Tries every message that is due now. */
    public void empty() {
        drain.ifAvailable(outbox -> {
            var more = true;
            while (more) {
                more = outbox.drainOnce();
            }
        });
    }
}
