package org.jianxi.gateway.duties;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.forms.Datasets;

/** All duties there are ({@code schemas/duties}), each file's from its month on: later ones take the place of earlier ones. */
public final class DatedDuties {

    private static final String FOLDER = "schemas/duties";
    private static final String SCHEMA = "schemas/duties.schema.json";

    private final TreeMap<Period, DutyRules> byFirstMonth = new TreeMap<>();

    /** Throws {@link FileProblem} with file and line, on the first duty that cannot be used. */
    public static DatedDuties load(Path home, Datasets datasets) {
        var dated = new DatedDuties();
        FileSchema.read(home.resolve(SCHEMA)).each(home, FOLDER, file -> {
            var rules = new DutyRulesFile(file, datasets).read();
            var same = dated.byFirstMonth.put(rules.validFrom(), rules);
            if (same != null) {
                throw file.problem("/validFrom", "is also the first month of " + same.id());
            }
        });
        return dated;
    }

    /** Those in force in a month; empty where no file speaks of it. */
    public Optional<DutyRules> in(Period month) {
        return Optional.ofNullable(byFirstMonth.floorEntry(month))
                .map(Map.Entry::getValue)
                .filter(rules -> rules.isValid(month));
    }
}
