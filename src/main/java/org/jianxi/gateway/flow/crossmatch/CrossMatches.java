package org.jianxi.gateway.flow.crossmatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.lookups.LookupExport;
import org.jianxi.gateway.registries.marks.Marks;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.MatchRuns;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts runs: by each registry's schedule, or because somebody asks. Each has a thread of its own, and waits for no other. */
public final class CrossMatches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CrossMatches.class);
    private static final long SECONDS_TO_BEGIN = 30;
    private static final long SECONDS_TO_STOP = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final RegistryRegister register;
    private final Registries registries;
    private final CrossMatchFlow flow;
    private final Work work;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("match-run-", 0).factory());
    private final Map<RegistryName, Instant> tried = new ConcurrentHashMap<>();
    private volatile Instant forgotten = Instant.EPOCH;

    public CrossMatches(RegistryRegister register, Registries registries, CrossMatchFlow flow, Work work) {
        this.register = register;
        this.registries = registries;
        this.flow = flow;
        this.work = work;
    }

    /**
     * What it stands on.
     *
     * @param ledger of look-ups, whose end is signed after each run
     * @param workingDay which days the office works
     */
    public record Work(
            MatchRuns runs, RunLock lock, LookupExport ledger, Clock clock, Predicate<LocalDate> workingDay) {}

    /** How a wish to run ended. */
    public sealed interface Begun {

        /** It goes on without whoever asked. */
        record Running(long run) implements Begun {}

        /** Another run of this registry goes on. */
        record Busy() implements Begun {}

        /** It cannot even begin. */
        record Unable(Bilingual reason) implements Begun {}
    }

    /** Looks at the registries' files again. */
    public void reread() {
        register.reread();
    }

    /** A route calls this every half minute: whoever's turn has come is compared. */
    public void pass() {
        register.all().stream().filter(this::isDue).forEach(settings -> {
            tried.put(settings.name(), work.clock().instant());
            threads.execute(() -> quietly(settings));
        });
        forgetOnceADay();
    }

    private void forgetOnceADay() {
        var now = work.clock().instant();
        if (forgotten.plus(DAY).isBefore(now)) {
            forgotten = now;
            threads.execute(flow::forgetStrangers);
        }
    }

    /** By its schedule, counted from the last time; a run that was killed goes on at once. */
    private boolean isDue(RegistrySettings settings) {
        return settings.schedule().isPresent()
                && next(settings)
                        .filter(next -> !work.clock().instant().isBefore(next))
                        .isPresent();
    }

    /** When it is compared next by its schedule. */
    public Optional<Instant> next(RegistrySettings settings) {
        var schedule = settings.schedule();
        if (schedule.isEmpty()) {
            return Optional.empty();
        }
        var seen = tried.get(settings.name());
        var newest = work.runs().newest(settings.name());
        if (seen == null && newest.filter(run -> run.state().equals("running")).isPresent()) {
            return Optional.of(Instant.EPOCH);
        }
        var last = newest.map(MatchRun::movedAt)
                .filter(moved -> seen == null || moved.isAfter(seen))
                .or(() -> Optional.ofNullable(seen));
        if (last.isEmpty()) {
            var now = work.clock().instant();
            var first = schedule.get().first(now, work.workingDay());
            first.filter(moment -> moment.isAfter(now)).ifPresent(later -> tried.putIfAbsent(settings.name(), now));
            return first;
        }
        return schedule.get().after(last.get(), work.workingDay());
    }

    private void quietly(RegistrySettings settings) {
        try {
            run(settings, new CrossMatchFlow.Order(Marks.MATCH_RUN, RunProgress.NONE, id -> {}));
        } catch (RuntimeException unexpected) {
            failed(settings, unexpected);
        }
    }

    /** Begins one and returns when its row stands. */
    public Begun begin(RegistrySettings settings, String actor) {
        var begun = new CompletableFuture<Begun>();
        threads.execute(() -> {
            try {
                var order =
                        new CrossMatchFlow.Order(actor, RunProgress.NONE, id -> begun.complete(new Begun.Running(id)));
                if (run(settings, order).isEmpty()) {
                    begun.complete(new Begun.Busy());
                }
            } catch (RuntimeException unexpected) {
                failed(settings, unexpected);
                begun.completeExceptionally(unexpected);
            }
        });
        try {
            return begun.get(SECONDS_TO_BEGIN, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            return new Begun.Unable(new Bilingual("数据库不可用", "The database cannot be used"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Begun.Unable(new Bilingual("网关正在停止", "The gateway is stopping"));
        }
    }

    /** Runs it to its end on this thread; empty while another run of this registry goes on. */
    public Optional<MatchRun> run(RegistrySettings settings, CrossMatchFlow.Order order) {
        var lock = work.lock().take(settings.name());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (var held = lock.get()) {
            var run = ran(settings, order);
            work.ledger().checkpoint(settings.name().value());
            LOG.info(
                    "{} compared: run {} {}, {} of {} answered",
                    held.registry(),
                    run.id(),
                    run.state(),
                    run.answered(),
                    run.due());
            return Optional.of(run);
        }
    }

    private MatchRun ran(RegistrySettings settings, CrossMatchFlow.Order order) {
        try (var open = registries.open(settings)) {
            return flow.run(settings, open.registry(), order);
        } catch (RegistryUnavailable unavailable) {
            return flow.refused(settings, order, unavailable.reason());
        }
    }

    /** What a run would do now. */
    public RunPlan plan(RegistrySettings settings) throws RegistryUnavailable {
        try (var open = registries.open(settings)) {
            return flow.plan(settings, open.registry());
        }
    }

    /** What runs is interrupted, and goes on when the gateway is there again. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("A run did not stop within {} s; it goes on as after a kill", SECONDS_TO_STOP);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(RegistrySettings settings, RuntimeException why) {
        if (threads.isShutdown()) {
            LOG.info("{} stands where it is and goes on at the next start", settings.name());
        } else {
            LOG.error(
                    "{} could not be compared: {}",
                    settings.name(),
                    why.getClass().getSimpleName());
            say(settings, why);
        }
    }

    /** Where the database is away it cannot even be said; the run counts as killed then. */
    private void say(RegistrySettings settings, RuntimeException why) {
        try {
            flow.broken(settings, why.getClass().getSimpleName());
        } catch (RuntimeException away) {
            LOG.debug("That {} stopped could not be written down", settings.name());
        }
    }
}
