package org.jianxi.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jianxi.gateway.canonical.Sender;

/**
 * Eight clients, each sending its next return when the last was answered. No two bodies are equal: each is one of seventeen
 * senders' return of one of {@value #MONTHS} months, and differs from every other in indicator 5.
 *
 * @param keys the senders' own access keys
 */
record Pushes(HttpClient client, Map<Sender, String> keys, AtomicLong counter) {

    private static final int CLIENTS = 8;
    private static final int MONTHS = 40;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2023, 1);
    private static final int CREATED = 201;
    private static final long FEWEST_PLANNED = 1000;

    /** Pushes for so long; throws when any is answered with anything but 201. */
    Map<String, Double> run(ServerProcess server, Duration length) throws Exception {
        var processorBefore = server.processorTime();
        var started = System.nanoTime();
        var end = started + length.toNanos();
        var latencies = new ArrayList<Long>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> one = () -> untilEnd(server.address(), end);
            for (var answered : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, one))) {
                latencies.addAll(answered.get());
            }
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        var processor = server.processorTime().minus(processorBefore);
        latencies.sort(Long::compare);
        return Turns.figures(
                "answers a second", latencies.size() / seconds,
                "median answer, ms", latencies.get(latencies.size() / 2) / 1e6,
                "99th percentile, ms", latencies.get(latencies.size() * 99 / 100) / 1e6,
                "server's processor, ms an answer", (double) processor.toMillis() / latencies.size());
    }

    /** One push, and the answer's body. */
    String push(URI server) throws Exception {
        var number = counter.getAndIncrement();
        var senders = List.copyOf(keys.keySet());
        var sender = senders.get((int) (number % senders.size()));
        var period = FIRST_MONTH.plusMonths(number / senders.size() % MONTHS);
        var request = HttpRequest.newBuilder(
                        server.resolve("/api/v1/submissions?dataset=monthly-return&period=" + period))
                .header("Authorization", "Bearer " + keys.get(sender))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body(sender.code(), period, FEWEST_PLANNED + number)))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private List<Long> untilEnd(URI server, long end) throws Exception {
        var latencies = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            var before = System.nanoTime();
            push(server);
            latencies.add(System.nanoTime() - before);
        }
        return latencies;
    }

    /** Keeps every printed and every balance rule, month after month. */
    private static byte[] body(String sender, YearMonth period, long planned) {
        return ("""
                {"form":"MOHRSS-2023","period":"%s","sender":"%s","revision":1,"indicators":{"1":97,"2":4,"3":5630,"4":120,\
                "5":%d,"6":640,"7":512,"8":610,"9":333,"10":290,"11":196,"12":30,"13":3127,"14":"%d.50"}}""")
                .formatted(period, sender, planned, period.getMonthValue() * 100)
                .getBytes(StandardCharsets.UTF_8);
    }
}
