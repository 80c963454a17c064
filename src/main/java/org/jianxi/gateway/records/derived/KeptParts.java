package org.jianxi.gateway.records.derived;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definitions;

/**
 * What each sender's own deliveries add to the figures of a month, as long as nothing new of that sender counts: a record leads to records of
 * its own sender only, so nobody else's delivery changes it. So many parts are kept; the one not asked for longest goes.
 */
final class KeptParts {

    /** A year of seventeen senders, as of ten positions. */
    private static final int MOST = 2_000;

    private final Map<Key, Part> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Part> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Figures by office and indicator.
     *
     * @param figures of every office that has a record here
     */
    record Part(Map<Sender, Map<Integer, Long>> figures) {}

    private record Key(Definitions definitions, Period month, Sender sender, String state) {}

    /** @param state differs wherever other records of the sender count */
    synchronized Optional<Part> find(Counting counting, Sender sender, String state) {
        return Optional.ofNullable(kept.get(new Key(counting.definitions(), counting.month(), sender, state)));
    }

    synchronized void keep(Counting counting, Sender sender, String state, Part part) {
        kept.put(new Key(counting.definitions(), counting.month(), sender, state), part);
    }

    /** All of them together. */
    static Map<Sender, Map<Integer, Long>> sum(Collection<Part> parts) {
        var sums = new HashMap<Sender, Map<Integer, Long>>();
        for (var part : parts) {
            part.figures().forEach((office, figures) -> {
                var own = sums.computeIfAbsent(office, one -> new HashMap<>());
                figures.forEach((indicator, amount) -> own.merge(indicator, amount, Math::addExact));
            });
        }
        return sums;
    }
}
