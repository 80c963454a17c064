package org.jianxi.gateway.transport.fetch;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.Schedule;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.pulling.Taken;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.transport.desk.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers what was fetched to the flow, unless it is what was taken from the same place the last time. */
public final class PullDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PullDesk.class);

    private final Reception reception;
    private final Taken taken;
    private final Clock clock;

    public PullDesk(Reception reception, Taken taken, Clock clock) {
        this.reception = reception;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * What was fetched from one place.
     *
     * @param place what the place is called: an address, a file's name, a view
     * @param version what the server calls this state of it
     * @param sender whose it is; empty where the content says
     * @param signature the detached one that lay beside it, part of what is compared with the last time
     */
    public record Find(
            String place,
            Optional<String> version,
            String dataset,
            Optional<Period> period,
            Optional<Sender> sender,
            MediaType type,
            Optional<String> fileName,
            byte[] content,
            Optional<byte[]> signature) {

        private Taken.Thing thing() {
            var digest = signature.map(cms -> Sm3.of(content, cms)).orElseGet(() -> Sm3.of(content));
            return new Taken.Thing(content.length, version, digest);
        }
    }

    /** The month before this one, by the office's time: what is reported now. */
    public Period lastFullMonth() {
        return new Period(YearMonth.now(clock.withZone(Schedule.OFFICE)).minusMonths(1));
    }

    /** What the server called the state that was last taken from the place. */
    public Optional<String> version(Source source, String place) {
        return taken.last(source.id(), place).flatMap(Taken.Thing::version);
    }

    public Optional<Taken.Thing> last(Source source, String place) {
        return taken.last(source.id(), place);
    }

    /** To be asked for when a turn begins: what is fetched in it is taken in by what was in force then. */
    public Terms terms(Source source) {
        return reception.terms(source);
    }

    /** Empty where it was taken before; {@code Unfinished} is offered again at the next turn. */
    public Optional<Outcome> offer(Terms terms, Find find) {
        var source = terms.source();
        var thing = find.thing();
        var known = taken.last(source.id(), find.place()).filter(thing::isSameContentAs);
        if (known.isPresent()) {
            if (!known.get().version().equals(find.version())) {
                taken.keep(source.id(), find.place(), thing, clock.instant());
            }
            return Optional.empty();
        }
        var delivery = delivery(source, find).under(terms);
        var outcome = reception.receive(delivery);
        Outcomes.log(LOG, delivery, outcome);
        if (!(outcome instanceof Outcome.Unfinished)) {
            taken.keep(source.id(), find.place(), thing, clock.instant());
        }
        return Optional.of(outcome);
    }

    private Delivery delivery(Source source, Find find) {
        return new Delivery(
                source.id(),
                find.sender().map(Set::of).orElseGet(() -> Set.copyOf(source.senders())),
                source.entrance().door(),
                find.dataset(),
                find.period(),
                find.type(),
                find.fileName(),
                find.content(),
                find.signature(),
                Optional.empty(),
                clock.instant());
    }
}
