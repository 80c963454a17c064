package org.jianxi.gateway.transport.outbox;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jianxi.gateway.flow.BacklogWork;
import org.jianxi.gateway.flow.BacklogWork.Held;
import org.jianxi.gateway.flow.BacklogWork.Worded;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.http.PushAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the route that decides what was kept for later: a few side by side, within the memory that all bodies share. */
public final class SubmissionBacklog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionBacklog.class);

    private static final long LAST_SECONDS = 10;

    private final BacklogWork work;
    private final BodyBudget budget;
    private final Semaphore free;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PushAnswers answers = new PushAnswers();

    public SubmissionBacklog(BacklogWork work, BodyBudget budget, int threads) {
        this.work = work;
        this.budget = budget;
        this.free = new Semaphore(threads);
    }

    /** Holds on to what is in work and starts on what is due; does not wait for it. */
    public void workOff() {
        held.forEach(work::hold);
        var more = true;
        while (more && free.tryAcquire()) {
            more = start();
            if (!more) {
                free.release();
            }
        }
    }

    private boolean start() {
        var due = work.next();
        due.ifPresent(one -> {
            held.add(one);
            threads.execute(() -> goOn(one));
        });
        return due.isPresent();
    }

    /** What is due next follows at once, without waiting for the route's next round. */
    private void goOn(Held first) {
        try {
            var due = Optional.of(first);
            while (due.isPresent()) {
                held.add(due.get());
                due = decide(due.get()) ? work.next() : Optional.empty();
            }
        } catch (RuntimeException ours) {
            LOG.warn("The next delivery could not be taken up; the next round does: {}", ours.toString());
        } finally {
            free.release();
        }
    }

    /** False when there is no room for it. */
    private boolean decide(Held one) {
        try {
            var roomy = budget.holding(one.size(), () -> work.decide(one, this::wording));
            if (!roomy) {
                work.leave(one);
            }
            return roomy;
        } finally {
            held.remove(one);
        }
    }

    private Worded wording(Outcome outcome) {
        var answer = answers.of(outcome);
        return new Worded(answer.status(), answer.body());
    }

    /** Lets what is in work come to its end; what does not is taken up at the next start. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
