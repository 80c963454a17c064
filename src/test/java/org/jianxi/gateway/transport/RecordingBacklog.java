package org.jianxi.gateway.transport;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jianxi.gateway.flow.Deferral;
import org.jianxi.gateway.flow.Deferred;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.signing.Sm3;

/** Keeps what it is given in memory and answers as it is told. */
public final class RecordingBacklog implements Deferral {

    public final List<Delivery> kept = new CopyOnWriteArrayList<>();
    public final List<String> holders = new CopyOnWriteArrayList<>();
    public volatile boolean takes = true;
    public volatile Optional<Deferred> answer = Optional.empty();

    @Override
    public boolean takes(Delivery delivery) {
        return takes;
    }

    @Override
    public Deferred keep(Delivery delivery, String holder) {
        kept.add(delivery);
        holders.add(holder);
        return answer.orElseGet(() -> new Deferred.Waiting(
                "w-" + kept.size(), delivery.receivedAt(), Sm3.of(delivery.content()), delivery.content().length));
    }

    public void forget() {
        kept.clear();
        holders.clear();
        takes = true;
        answer = Optional.empty();
    }
}
