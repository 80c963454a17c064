package org.jianxi.gateway.transport.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.transport.desk.KeptAside;
import org.jianxi.gateway.transport.desk.OutcomeJson;
import org.jianxi.gateway.transport.desk.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one message of a topic or queue to the flow and says what its reply is.
 *
 * <p>A message without a key of its own is given one by its place and content: when it comes again after a crash, the flow
 * gives the outcome it gave before. One that cannot become a delivery is kept as it came and refused with its findings, so
 * that it never stands in the way of those behind it.
 */
public final class QueueDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);

    private final Reception reception;
    private final KeptAside aside;
    private final Clock clock;
    private final OutcomeJson documents = new OutcomeJson();

    public QueueDesk(Reception reception, KeptAside aside, Clock clock) {
        this.reception = reception;
        this.aside = aside;
        this.clock = clock;
    }

    /** The JSON document to answer with; empty when nothing was decided and the message must be offered again. */
    public Optional<byte[]> take(Source source, Door door, QueuedMessage message) throws IOException {
        var label = new LabelReading(source, message.label());
        var type = label.mediaType(message.usualType());
        var delivery = delivery(source, door, message, label, type.orElse(MediaType.JSON));
        if (label.findings().isEmpty() && message.body().length > source.mostBytes(delivery.dataset())) {
            aside.keep(source.id(), message.body());
            return Optional.of(refused(source, door, List.of(tooLarge(source.mostBytes(delivery.dataset())))));
        }
        if (!label.findings().isEmpty()) {
            aside.keep(source.id(), message.body());
            return Optional.of(refused(source, door, label.findings()));
        }
        return offer(delivery);
    }

    /** The reply to a message that never became a delivery. */
    public byte[] refused(Source source, Door door, List<Finding> findings) {
        LOG.info(
                "{} by {}: a message was not taken in, {}",
                source.id(),
                door.wireName(),
                findings.getFirst().rule());
        return documents.refused(findings);
    }

    public static Finding tooLarge(long mostBytes) {
        return Finding.error(
                DocumentRule.LIMIT,
                Place.WHOLE,
                new Bilingual(
                        "内容超过" + mostBytes + "字节的上限", "the content exceeds the limit of " + mostBytes + " bytes"));
    }

    private Delivery delivery(Source source, Door door, QueuedMessage message, LabelReading label, MediaType type) {
        return new Delivery(
                source.id(),
                label.senders(),
                door,
                label.dataset(),
                label.period(),
                type,
                Optional.empty(),
                message.body(),
                label.signature(),
                label.idempotencyKey().or(() -> Optional.of(keyOf(door, message))),
                clock.instant(),
                Optional.of(reception.terms(source)));
    }

    private Optional<byte[]> offer(Delivery delivery) {
        var outcome = reception.receive(delivery);
        Outcomes.log(LOG, delivery, outcome);
        return switch (outcome) {
            case Outcome.Accepted accepted -> Optional.of(documents.accepted(accepted));
            case Outcome.Returned returned -> Optional.of(documents.returned(returned));
            case Outcome.Unfinished unfinished -> Optional.empty();
        };
    }

    private static String keyOf(Door door, QueuedMessage message) {
        var place = (message.id() + "\n").getBytes(StandardCharsets.UTF_8);
        return door.wireName() + ":" + Sm3.of(place, message.body());
    }
}
