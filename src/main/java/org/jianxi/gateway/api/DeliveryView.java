package org.jianxi.gateway.api;

import java.time.Instant;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.notices.NoticeDelivery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice and how far it has come, on the wire.
 *
 * @param id the {@code webhook-id} of every try
 * @param message the body, as it is sent
 */
record DeliveryView(
        String id,
        String source,
        String event,
        Optional<String> sender,
        Optional<String> period,
        String state,
        int tries,
        Instant occurredAt,
        Optional<Instant> nextTryAt,
        Instant givesUpAt,
        Optional<Instant> deliveredAt,
        Optional<String> lastError,
        JsonNode message) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WAITING = "waiting";

    static DeliveryView of(NoticeDelivery delivery) {
        var notice = delivery.notice();
        var topic = notice.topic();
        var state = delivery.state().wireName();
        return new DeliveryView(
                notice.id(),
                topic.source().value(),
                topic.kind().wireName(),
                topic.sender().map(Sender::code),
                topic.period().map(Period::toString),
                state,
                delivery.tries(),
                notice.occurredAt(),
                Optional.of(delivery.nextTryAt()).filter(next -> state.equals(WAITING)),
                notice.giveUpAt(),
                delivery.deliveredAt(),
                delivery.lastError(),
                JSON.readTree(notice.body()));
    }
}
