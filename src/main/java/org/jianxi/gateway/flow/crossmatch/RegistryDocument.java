package org.jianxi.gateway.flow.crossmatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jspecify.annotations.Nullable;

/** Registries, runs and plans as JSON, the same at the terminal and over HTTP. */
public final class RegistryDocument {

    private RegistryDocument() {}

    /** @param today by the office's time */
    public static Map<String, @Nullable Object> of(RegistryStanding standing, LocalDate today) {
        var settings = standing.settings();
        var age = standing.ageDays(today);
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("registry", settings.name().value());
        document.put("title", words(settings.title()));
        document.put("code", settings.code());
        document.put("authority", settings.authority());
        document.put("way", standing.way());
        document.put("purpose", settings.query().purpose());
        document.put("legalBasis", settings.query().legalBasis());
        document.put("validityDays", settings.validity().getDays());
        document.put("lastGood", standing.lastGood().map(LocalDate::toString).orElse(null));
        document.put("ageDays", age.isPresent() ? age.getAsLong() : null);
        document.put("openDifferences", standing.waiting().differences());
        document.put("openCandidates", standing.waiting().candidates());
        document.put("nextRunAt", standing.next().map(Instant::toString).orElse(null));
        document.put("lastRun", standing.newest().map(RegistryDocument::of).orElse(null));
        return document;
    }

    public static Map<String, @Nullable Object> of(MatchRun run) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("id", run.id());
        document.put("registry", run.registry().value());
        document.put("state", run.state());
        document.put("purpose", run.query().purpose());
        document.put("legalBasis", run.query().legalBasis());
        document.put("snapshot", run.snapshot().map(one -> one.id()).orElse(null));
        document.put(
                "snapshotOn", run.snapshot().map(one -> one.day().toString()).orElse(null));
        document.put("startedBy", run.startedBy());
        document.put("startedAt", run.startedAt().toString());
        document.put("movedAt", run.movedAt().toString());
        document.put("finishedAt", run.finishedAt().map(Instant::toString).orElse(null));
        document.put("people", run.people());
        document.put("due", run.due());
        document.put("answered", run.answered());
        var results = new TreeMap<String, Long>();
        run.results().forEach((result, count) -> results.put(result.name(), count));
        document.put("results", results);
        document.put("stopped", run.stopped().map(RegistryDocument::words).orElse(null));
        return document;
    }

    public static Map<String, @Nullable Object> of(String registry, RunPlan plan) {
        var due = new TreeMap<String, Long>();
        plan.due().forEach((why, count) -> due.put(why.name().toLowerCase(Locale.ROOT), count));
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("registry", registry);
        document.put("snapshot", plan.snapshot().id());
        document.put("snapshotOn", plan.snapshot().day().toString());
        document.put("people", plan.people());
        document.put("due", plan.work().size());
        document.put("why", due);
        return document;
    }

    private static Map<String, String> words(Bilingual text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }
}
