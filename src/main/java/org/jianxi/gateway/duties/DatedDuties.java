package org.jianxi.gateway.duties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Datasets;

/** All duties there are ({@code schemas/duties}), each file's from its month on: later ones take the place of earlier ones. */
public final class DatedDuties {

    private static final String FOLDER = "schemas/duties";
    private static final String SCHEMA = "schemas/duties.schema.json";

    private final TreeMap<Period, DutyRules> byFirstMonth = new TreeMap<>();

    /** Throws {@link FileProblem} with file and line, on the first duty that cannot be used. */
    public static DatedDuties load(Path home, Datasets datasets) {
        var schema = FileSchema.read(home.resolve(SCHEMA));
        var dated = new DatedDuties();
        try (var listed = Files.list(home.resolve(FOLDER))) {
            for (var path : listed.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                var file = YamlFile.read(path);
                schema.check(file);
                var rules = new DutyRulesFile(file, datasets).read();
                var same = dated.byFirstMonth.put(rules.validFrom(), rules);
                if (same != null) {
                    throw file.problem("/validFrom", "is also the first month of " + same.id());
                }
            }
        } catch (IOException unreadable) {
            throw new FileProblem(FOLDER, 0, "cannot be read: " + unreadable.getMessage());
        }
        return dated;
    }

    /** Those in force in a month; empty where no file speaks of it. */
    public Optional<DutyRules> in(Period month) {
        return Optional.ofNullable(byFirstMonth.floorEntry(month))
                .map(Map.Entry::getValue)
                .filter(rules -> rules.isValid(month));
    }
}
