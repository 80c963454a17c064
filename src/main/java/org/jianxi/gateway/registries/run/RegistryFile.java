package org.jianxi.gateway.registries.run;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.intake.SchedulePart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code registry.yaml} as it is written, after its schema was kept. */
record RegistryFile(
        String registry,
        Bilingual title,
        String code,
        String authority,
        String purpose,
        String legalBasis,
        int validityDays,
        @Nullable SchedulePart schedule,
        @Nullable JsonNode extract,
        @Nullable JsonNode service,
        @Nullable JsonNode agent) {

    private static final int LEAST = 80;
    private static final int MOST = 150;
    private static final int USABLE = 50;
    private static final int REPEATED = 20;

    static RegistrySettings read(YamlFile file, String folder) {
        var written = file.as(RegistryFile.class);
        if (!written.registry().equals(folder)) {
            throw file.problem("/registry", "the registry must be named as its folder, " + folder);
        }
        if (written.schedule() != null) {
            written.schedule().check(file, "/schedule");
        }
        return new RegistrySettings(
                new RegistryName(written.registry()),
                written.title(),
                written.code(),
                written.authority(),
                new RegistrySettings.Query(written.purpose(), written.legalBasis()),
                Period.ofDays(written.validityDays()),
                Optional.ofNullable(written.schedule()).map(SchedulePart::schedule),
                written.way(file));
    }

    private Way way(YamlFile file) {
        if (extract != null) {
            return new Way.Extract(
                    file,
                    dated(file, extract),
                    new Way.Demands(
                            demand(extract, "leastPercent", LEAST),
                            demand(extract, "mostPercent", MOST),
                            demand(extract, "usablePercent", USABLE),
                            demand(extract, "repeatedPercent", REPEATED)));
        }
        return service != null ? new Way.Service(file) : new Way.Agent(file);
    }

    private static int demand(JsonNode extract, String word, int otherwise) {
        return extract.path("demands").path(word).asInt(otherwise);
    }

    private static Optional<Pattern> dated(YamlFile file, JsonNode extract) {
        if (!extract.has("dateInName")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(extract.path("dateInName").asString()));
        } catch (PatternSyntaxException wrong) {
            throw file.problem("/extract/dateInName", "is no regular expression: " + wrong.getDescription());
        }
    }
}
