package org.jianxi.gateway.flow.extracts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.registries.extracts.ExtractOutcome;
import org.jianxi.gateway.registries.extracts.KeptExtract;
import org.jspecify.annotations.Nullable;

/** What came of an extract, as JSON shows it. Nobody stands in it. */
public final class ExtractDocument {

    private ExtractDocument() {}

    /** @param today by the office's calendar */
    public static Map<String, @Nullable Object> of(String registry, ExtractOutcome outcome, LocalDate today) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("registry", registry);
        switch (outcome) {
            case ExtractOutcome.Taken taken -> {
                document.put("verdict", "taken");
                document.put("inForce", of(taken.extract(), today));
                document.put("before", taken.before().map(one -> of(one, today)).orElse(null));
                document.put("findings", FindingJson.list(List.of()));
            }
            case ExtractOutcome.Refused refused -> {
                document.put("verdict", "refused");
                document.put("inForce", inForce(refused.inForce(), today));
                document.put("findings", FindingJson.list(refused.findings()));
            }
        }
        return document;
    }

    private static @Nullable Object inForce(Optional<KeptExtract> good, LocalDate today) {
        return good.map(one -> of(one, today)).orElse(null);
    }

    private static Map<String, @Nullable Object> of(KeptExtract extract, LocalDate today) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("snapshot", extract.snapshot());
        document.put("day", extract.day().toString());
        document.put("ageDays", extract.age(today));
        document.put("takenAt", extract.at().toString());
        document.put("rows", extract.rows());
        document.put("unusable", extract.unusable());
        document.put("entries", extract.entries());
        document.put("changed", extract.changed());
        return document;
    }
}
