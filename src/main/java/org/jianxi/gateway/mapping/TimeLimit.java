package org.jianxi.gateway.mapping;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document in a thread of its own, given up on after a while. Four are read at a time, so that many large ones
 * arriving together wait for memory and do not exhaust it.
 */
final class TimeLimit {

    private static final long STACK = 1024 * 1024;
    private static final int AT_A_TIME = 4;

    private final Duration limit;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    <T> T within(Callable<T> reading) throws UnreadableDocument {
        return within(limit, reading);
    }

    /** The same for a document that deserves another limit than the usual one. */
    <T> T within(Duration ownLimit, Callable<T> reading) throws UnreadableDocument {
        places.acquireUninterruptibly();
        try {
            return alone(ownLimit, reading);
        } finally {
            places.release();
        }
    }

    private static <T> T alone(Duration limit, Callable<T> reading) throws UnreadableDocument {
        var task = new FutureTask<>(reading);
        var worker = new Thread(null, task, "mapping", STACK);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            worker.interrupt();
            throw refused(
                    "读取超过%d秒，已停止".formatted(limit.toSeconds()),
                    "Reading took more than %d s".formatted(limit.toSeconds()));
        } catch (InterruptedException stopped) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw refused("读取被中断，请重新报送", "Reading was interrupted; send it again");
        } catch (ExecutionException failed) {
            throw ours(failed.getCause());
        }
    }

    /** Throws what the sender is to hear, or what is our own fault and must not pass for the sender's. */
    private static IllegalStateException ours(@Nullable Throwable cause) throws UnreadableDocument {
        if (cause instanceof UnreadableDocument refused) {
            throw refused;
        }
        if (cause instanceof StackOverflowError) {
            throw refused("嵌套过深", "It is nested too deeply");
        }
        return new IllegalStateException("A document could not be read for a fault of ours", cause);
    }

    private static UnreadableDocument refused(String zh, String en) {
        return new UnreadableDocument(DocumentRule.LIMIT, Place.WHOLE, new Bilingual(zh, en));
    }
}
