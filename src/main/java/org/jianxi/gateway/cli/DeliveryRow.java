package org.jianxi.gateway.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.notices.NoticeDelivery;

/** One notice as the terminal shows it. */
record DeliveryRow(NoticeDelivery delivery) {

    String line() {
        var topic = delivery.notice().topic();
        return "%s  %-9s  %-12s  %-6s  %-10s  %d  %s"
                .formatted(
                        delivery.notice().id(),
                        delivery.state().wireName(),
                        topic.source(),
                        topic.sender().map(Sender::code).orElse(""),
                        topic.kind().wireName(),
                        delivery.tries(),
                        delivery.lastError().orElse(""))
                .stripTrailing();
    }

    Map<String, Object> document() {
        var topic = delivery.notice().topic();
        var document = new LinkedHashMap<String, Object>();
        document.put("id", delivery.notice().id());
        document.put("state", delivery.state().wireName());
        document.put("source", topic.source().value());
        document.put("event", topic.kind().wireName());
        document.put("sender", topic.sender().map(Sender::code).orElse(null));
        document.put("tries", delivery.tries());
        document.put("occurredAt", delivery.notice().occurredAt().toString());
        document.put("lastError", delivery.lastError().orElse(null));
        return document;
    }
}
