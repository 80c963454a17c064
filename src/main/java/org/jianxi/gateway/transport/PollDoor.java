package org.jianxi.gateway.transport;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.intake.HttpsPoll;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.Turns;
import org.jianxi.gateway.signing.Sm3;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the routes that fetch: asks a source's server, and offers what is new there to the flow. */
public final class PollDoor {

    private static final Logger LOG = LoggerFactory.getLogger(PollDoor.class);
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** What was last taken in from an address, so that the same document is not offered at every poll. */
    private record Last(Optional<String> etag, Digest digest) {}

    private final SourceRegister sources;
    private final Reception reception;
    private final PageFetch fetch;
    private final Turns turns;
    private final Clock clock;
    private final Map<URI, Last> lastTaken = new ConcurrentHashMap<>();

    PollDoor(SourceRegister sources, Reception reception, PageFetch fetch, Turns turns, Clock clock) {
        this.sources = sources;
        this.reception = reception;
        this.fetch = fetch;
        this.turns = turns;
        this.clock = clock;
    }

    /** Asks when it is the source's turn. What goes wrong is logged and asked again at the next one. */
    public void fetch(String source) {
        sources.find(new SourceId(source))
                .filter(Source::active)
                .filter(turns::isDue)
                .ifPresent(this::fetch);
    }

    private void fetch(Source source) {
        if (source.entrance() instanceof HttpsPoll poll) {
            var lastMonth = YearMonth.now(clock.withZone(OFFICE)).minusMonths(1);
            PollTarget.of(source, poll, new Period(lastMonth)).forEach(target -> fetch(source, poll, target));
            turns.done(source);
        }
    }

    private void fetch(Source source, HttpsPoll poll, PollTarget target) {
        try {
            fetch.get(source, poll, target, etag(target)).ifPresent(page -> take(source, poll, target, page));
        } catch (IOException refused) {
            LOG.warn("{} could not be fetched: {}", source.id(), refused.getMessage());
        }
    }

    private Optional<String> etag(PollTarget target) {
        return Optional.ofNullable(lastTaken.get(target.uri())).flatMap(Last::etag);
    }

    private void take(Source source, HttpsPoll poll, PollTarget target, PageFetch.Page page) {
        var found = new Last(page.etag(), Sm3.of(page.body()));
        var before = lastTaken.get(target.uri());
        if (before != null && before.digest().equals(found.digest())) {
            return;
        }
        var type = poll.mediaType().or(() -> page.contentType().flatMap(MediaType::ofContentType));
        if (type.isEmpty()) {
            LOG.warn("{} answers with a content type we do not take in", source.id());
            return;
        }
        var delivery = new Delivery(
                source.id(),
                target.sender().map(Set::of).orElseGet(() -> Set.copyOf(source.senders())),
                Door.HTTPS_POLL,
                Delivery.MONTHLY_RETURN,
                target.period(),
                type.get(),
                Optional.empty(),
                page.body(),
                Optional.empty(),
                Optional.empty(),
                clock.instant());
        var outcome = reception.receive(delivery);
        Outcomes.log(LOG, delivery, outcome);
        if (!(outcome instanceof Outcome.Unfinished)) {
            lastTaken.put(target.uri(), found);
        }
    }
}
