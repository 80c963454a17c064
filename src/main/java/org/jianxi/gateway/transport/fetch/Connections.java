package org.jianxi.gateway.transport.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.outgoing.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How it stands with the server of each source that we connect to, and when one that is away may be tried again. Logged when it
 * changes, not at each try.
 */
public final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Map<SourceId, Trouble> troubles = new ConcurrentHashMap<>();
    private final Set<SourceId> known = ConcurrentHashMap.newKeySet();
    private final Backoff backoff;
    private final Noting noting;
    private final Clock clock;
    private final LongSupplier nanos;

    /** Writes down, for whoever asks from outside, that a source works or why it does not. */
    public interface Noting {
        void note(SourceId source, Optional<String> trouble);
    }

    /** @param nanos a clock that only ever goes on, as {@link System#nanoTime} */
    public Connections(Noting noting, RandomGenerator random, Clock clock, LongSupplier nanos) {
        this.noting = noting;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * What stands in the way.
     *
     * @param tries how often it was tried since
     */
    public record Trouble(String why, Instant since, int tries, long notBefore) {}

    public boolean isDue(SourceId source) {
        var trouble = troubles.get(source);
        return trouble == null || nanos.getAsLong() - trouble.notBefore() >= 0;
    }

    public void works(SourceId source) {
        var trouble = troubles.remove(source);
        if (trouble != null) {
            LOG.info("{} works again after {} tries", source, trouble.tries());
        }
        if (known.add(source) || trouble != null) {
            noting.note(source, Optional.empty());
        }
    }

    /** @param reason shown to operators: never a credential, never a word of the content */
    public void failed(SourceId source, String reason) {
        var why = reason.replaceAll("\\p{C}+", " ");
        var before = Optional.ofNullable(troubles.get(source));
        var tries = before.map(Trouble::tries).orElse(0) + 1;
        var wait = backoff.afterTry(tries, Optional.empty());
        troubles.put(
                source,
                new Trouble(
                        why,
                        before.map(Trouble::since).orElseGet(clock::instant),
                        tries,
                        nanos.getAsLong() + wait.toNanos()));
        if (before.filter(one -> one.why().equals(why)).isEmpty()) {
            LOG.warn("{} stands still and is tried again: {}", source, why);
            noting.note(source, Optional.of(why));
        }
    }

    /** The sources that stand still, and why. */
    public Map<SourceId, Trouble> troubles() {
        return new TreeMap<>(troubles);
    }
}
