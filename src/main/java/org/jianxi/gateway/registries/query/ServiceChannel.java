package org.jianxi.gateway.registries.query;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.outgoing.TimedExchange;
import org.jianxi.gateway.outgoing.TimedExchange.Ending;

/** One registry over HTTP: in its pace, again where a call came to nothing, and never longer than it asks for. For one thread. */
final class ServiceChannel {

    private static final int TRIES = 5;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    /** Whoever asks for more patience gets it by the run's ending: it goes on by its schedule. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final TimedExchange exchange;
    private final Pace pace;
    private final Pause pause;
    private final Backoff backoff;

    ServiceChannel(TimedExchange exchange, Rate rate, Surroundings surroundings) {
        this.exchange = exchange;
        this.pace = new Pace(rate, surroundings.clock(), surroundings.pause());
        this.pause = surroundings.pause();
        this.backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20), surroundings.random());
    }

    /** What a channel does not decide itself. */
    record Surroundings(Clock clock, Pause pause, RandomGenerator random) {}

    /**
     * The answer with status 200. Throws {@link QueryStopped} for everything else.
     *
     * @param request made anew for each try, since it says when it was made
     */
    HttpResponse<byte[]> call(Supplier<HttpRequest> request) {
        try {
            var why = "";
            for (var tries = 1; tries <= TRIES; tries++) {
                pace.await();
                var wait = Optional.<Duration>empty();
                switch (exchange.send(request.get())) {
                    case Ending.Answered answered
                    when answered.response().statusCode() == OK -> {
                        return answered.response();
                    }
                    case Ending.Answered answered -> {
                        wait = TimedExchange.retryAfter(answered.response());
                        why = again(answered.response().statusCode(), wait);
                    }
                    case Ending.Unanswered unanswered -> why = unanswered.why();
                }
                if (tries < TRIES) {
                    pause.of(backoff.afterTry(tries, wait));
                }
            }
            throw new QueryStopped(
                    QueryStopped.Cause.UNANSWERED,
                    "问了%d次都没有答复（%s）".formatted(TRIES, why),
                    "Asked %d times, and there was no answer: %s".formatted(TRIES, why));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new QueryStopped(QueryStopped.Cause.LATER, "查询被中断", "Interrupted");
        }
    }

    /** What is worth trying again, in words. */
    private static String again(int status, Optional<Duration> wait) {
        if (wait.filter(asked -> asked.compareTo(LONGEST_WAIT) > 0).isPresent()) {
            throw new QueryStopped(
                    QueryStopped.Cause.LATER,
                    "登记库要求%d秒后再来".formatted(wait.get().toSeconds()),
                    "The registry wants to be left alone for %d seconds"
                            .formatted(wait.get().toSeconds()));
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new QueryStopped(
                    QueryStopped.Cause.REFUSED,
                    "登记库不承认我们的凭据（HTTP %d）；请核对 registry.yaml 的 authorization".formatted(status),
                    "The registry does not accept our credentials (HTTP %d); see authorization in registry.yaml"
                            .formatted(status));
        }
        if (status != TOO_MANY && status < SERVER) {
            throw new QueryStopped(
                    QueryStopped.Cause.REFUSED,
                    "登记库拒绝这个请求（HTTP %d）".formatted(status),
                    "The registry refuses the request (HTTP %d)".formatted(status));
        }
        return "HTTP " + status;
    }
}
