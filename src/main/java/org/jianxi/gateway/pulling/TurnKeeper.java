package org.jianxi.gateway.pulling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jianxi.gateway.intake.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Asks a source when it is its turn, on a thread and within a time of its own, and remembers how that ended. What goes wrong
 * with one source is told here and delays no other.
 */
public final class TurnKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TurnKeeper.class);
    private static final int MOST_SAID = 300;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Turns turns;
    private final TurnJournal journal;
    private final Clock clock;

    public TurnKeeper(Turns turns, TurnJournal journal, Clock clock) {
        this.turns = turns;
        this.journal = journal;
        this.clock = clock;
    }

    /** Asking one source, once. */
    public interface Asking {
        void ask() throws Exception;
    }

    /**
     * Does nothing when it is not the source's turn.
     *
     * @param budget how long the asking may take; an interrupted virtual thread lets go of its socket
     */
    public void turn(Source source, Duration budget, Asking asking) {
        if (!source.active() || !turns.isDue(source)) {
            return;
        }
        Callable<Boolean> work = () -> {
            asking.ask();
            return true;
        };
        var running = threads.submit(work);
        try {
            running.get(budget.toMillis(), TimeUnit.MILLISECONDS);
            turns.done(source);
            note(() -> journal.ended(source.id(), clock.instant(), turns.next(source)));
        } catch (TimeoutException late) {
            failed(source, "not done within " + budget.toSeconds() + " s", Optional.empty());
        } catch (ExecutionException refused) {
            failed(source, Objects.requireNonNullElse(refused.getCause(), refused));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            running.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void failed(Source source, Throwable cause) {
        var wish = cause instanceof TurnFailed known ? known.wish() : Optional.<Duration>empty();
        if (cause instanceof RuntimeException unexpected && !(cause instanceof DataAccessException)) {
            LOG.error("{} could not be asked", source.id(), unexpected);
        }
        failed(source, said(cause), wish);
    }

    private void failed(Source source, String why, Optional<Duration> wish) {
        turns.failed(source, wish);
        LOG.warn(
                "{} could not be asked: {}; again at {}",
                source.id(),
                why,
                turns.next(source).map(Instant::toString).orElse("no time"));
        note(() -> journal.failed(source.id(), clock.instant(), why, turns.next(source)));
    }

    /** One line without control characters: some of it may be a server's own words. */
    private static String said(Throwable cause) {
        var text = cause instanceof TurnFailed || cause instanceof AllowedAddresses.Refused
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        var line = text.replaceAll("\\p{C}+", " ").strip();
        return line.length() > MOST_SAID ? line.substring(0, MOST_SAID) : line;
    }

    /** Where the database is away, the turn has failed already or stands; what is shown of it is only older. */
    private static void note(Runnable writing) {
        try {
            writing.run();
        } catch (DataAccessException away) {
            LOG.debug("The journal of turns could not be written", away);
        }
    }
}
