package org.jianxi.gateway.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.RegistryStanding;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.springframework.stereotype.Component;

/** Figures of the registries that stood there at the start; how many, how old, how far, and nobody among them. */
@Component
class RegistryMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final RegistryDesk desk;
    private final Map<RegistryName, RegistryStanding> seen = new HashMap<>();
    private Instant seenAt = Instant.EPOCH;

    RegistryMetrics(RegistryDesk desk) {
        this.desk = desk;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var one : desk.all()) {
            var settings = one.settings();
            gauge(meters, settings, "jianxi.registry.age.days", "Age of the last good snapshot", standing -> {
                var days = standing.ageDays(desk.today());
                return days.isPresent() ? days.getAsLong() : Double.NaN;
            });
            gauge(meters, settings, "jianxi.registry.due", "People the newest run asks for", run(MatchRun::due));
            gauge(meters, settings, "jianxi.registry.answered", "Of them, who has an answer", run(MatchRun::answered));
            gauge(meters, settings, "jianxi.registry.hits", "Hits of the newest run", run(RegistryMetrics::hits));
            gauge(
                    meters,
                    settings,
                    "jianxi.registry.stopped",
                    "1 while the newest run stands still",
                    run(run -> run.stopped().isPresent() ? 1 : 0));
            gauge(
                    meters,
                    settings,
                    "jianxi.registry.differences",
                    "Numbers under another name that nobody has looked at",
                    standing -> standing.waiting().differences());
            gauge(
                    meters,
                    settings,
                    "jianxi.registry.candidates",
                    "Rows without a number that nobody has looked at",
                    standing -> standing.waiting().candidates());
        }
    }

    private void gauge(
            MeterRegistry meters,
            RegistrySettings settings,
            String name,
            String description,
            ToDoubleFunction<RegistryStanding> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(standing(settings)))
                .description(description)
                .tag("registry", settings.name().value())
                .register(meters);
    }

    /** One look for all figures of a scrape. */
    private synchronized RegistryStanding standing(RegistrySettings settings) {
        var now = desk.clock().instant();
        if (seenAt.plus(FRESH).isBefore(now)) {
            seen.clear();
            seenAt = now;
        }
        return seen.computeIfAbsent(settings.name(), name -> desk.standing(settings));
    }

    private static ToDoubleFunction<RegistryStanding> run(ToDoubleFunction<MatchRun> figure) {
        return standing -> standing.newest().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private static double hits(MatchRun run) {
        return Optional.ofNullable(run.results().get(MatchResult.HIT)).orElse(0L);
    }
}
