package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.people.BatchRead;
import org.jianxi.gateway.ledger.ReturnKey;

/**
 * What a delivery says, before any verdict.
 *
 * @param mapping SM3 of the mapping it was read with; empty text for a canonical document
 * @param batch where it holds people's records
 */
public record Reading(Mapped mapped, String mapping, Optional<BatchRead> batch) {

    public Reading(Mapped mapped, String mapping) {
        this(mapped, mapping, Optional.empty());
    }

    /** Many records, and no return. */
    static Reading of(BatchRead batch) {
        return new Reading(
                new Mapped.Unreadable(batch.findings()),
                batch.mapping().map(file -> file.digest().hex()).orElse(""),
                Optional.of(batch));
    }

    /** The chain of revisions it belongs to, as far as the door or the content says. */
    Optional<ReturnKey> key(Delivery delivery) {
        var sender = delivery.sender().or(this::draftSender);
        var period = delivery.period()
                .or(() -> batch.map(BatchRead::period).orElseGet(() -> draft().flatMap(Draft::period)));
        return sender.flatMap(who -> period.map(month -> new ReturnKey(who, delivery.dataset(), month)));
    }

    Optional<Sender> draftSender() {
        return batch.map(BatchRead::sender).orElseGet(() -> draft().flatMap(Draft::sender));
    }

    Map<Integer, Place> places() {
        return draft().map(Draft::places).orElse(Map.of());
    }

    Figures figures() {
        return draft().map(Draft::figures).orElse(Figures.NONE);
    }

    private Optional<Draft> draft() {
        return switch (mapped) {
            case Mapped.Read read -> Optional.of(read.draft());
            case Mapped.Unreadable unreadable -> Optional.empty();
        };
    }
}
