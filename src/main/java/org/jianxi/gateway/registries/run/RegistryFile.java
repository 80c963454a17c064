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
        written.checkInsured(file);
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

    /** What the insured are asked for and how they come: no other purpose, and rows with days in an extract. */
    private void checkInsured(YamlFile file) {
        var isInsured = code.equals(HitUse.INSURED);
        if (isInsured != purpose.equals(HitUse.SCREENING)) {
            throw file.problem(
                    "/purpose",
                    "参保登记（HRSS_INSURED）只用于疑点核实（SCREENING），疑点核实只用参保登记 / "
                            + "HRSS_INSURED is asked for SCREENING alone, and SCREENING asks no other registry");
        }
        if (extract != null) {
            checkInsured(file, extract, isInsured);
        } else if (isInsured) {
            throw file.problem(
                    service == null ? "/agent" : "/service",
                    "参保登记目前只能以提取文件（extract）提供：其他方式不带参保起止日期 / "
                            + "the insured come as an extract only: the other ways bring no days of insurance");
        }
    }

    private static void checkInsured(YamlFile file, JsonNode extract, boolean isInsured) {
        if (isInsured != extract.has("insured")) {
            throw file.problem(
                    "/extract",
                    "参保登记须以 insured 写明参保起止日期列，其他登记库不写 / "
                            + "the registry of the insured names its columns of days under insured, and no other registry does");
        }
        if (isInsured && (extract.path("members").size() > 1 || extract.has("category") || extract.has("disability"))) {
            throw file.problem(
                    "/extract",
                    "参保登记每行一人，只读号码、姓名与起止日期 / "
                            + "a row of the insured is one person, and only number, name and days are read");
        }
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
