package org.jianxi.gateway.transport.outbox;

import org.jianxi.gateway.flow.CheckpointStamping;
import org.springframework.beans.factory.ObjectProvider;

/** The bean of the route that gets checkpoints timestamped. Without an authority configured, nobody is asked. */
public final class CheckpointStamps {

    private final ObjectProvider<CheckpointStamping> stamping;

    public CheckpointStamps(ObjectProvider<CheckpointStamping> stamping) {
        this.stamping = stamping;
    }

    /** Asks for one timestamp where one is wanting. */
    public void stamp() {
        stamping.ifAvailable(CheckpointStamping::stampNewest);
    }
}
