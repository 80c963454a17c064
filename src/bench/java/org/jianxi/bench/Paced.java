package org.jianxi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Something done at a steady pace, whether or not the one before has ended.
 *
 * @param nanos from when each was due until it had ended, sorted
 */
record Paced(List<Long> nanos) {

    private static final double MILLION = 1e6;

    /** One of them; throws where it did not end as it should. */
    interface Deed {
        Object one(long number) throws Exception;
    }

    /** Throws what any of them threw. */
    static Paced run(int aSecond, Duration length, Deed deed) throws Exception {
        var pause = TimeUnit.SECONDS.toNanos(1) / aSecond;
        var count = length.toNanos() / pause;
        var taken = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begin = System.nanoTime();
            for (long number = 0; number < count; number++) {
                var due = begin + number * pause;
                var which = number;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                taken.add(threads.submit(() -> {
                    deed.one(which);
                    return System.nanoTime() - due;
                }));
            }
        }
        var nanos = new ArrayList<Long>();
        for (var one : taken) {
            nanos.add(one.get());
        }
        return new Paced(nanos.stream().sorted().toList());
    }

    Map<String, Double> figures() {
        return Turns.figures(
                "median, ms",
                at(50) / MILLION,
                "95th percentile, ms",
                at(95) / MILLION,
                "slowest, ms",
                at(100) / MILLION);
    }

    private double at(int percent) {
        return nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100));
    }
}
