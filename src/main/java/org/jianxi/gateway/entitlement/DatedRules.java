package org.jianxi.gateway.entitlement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Datasets;

/** All rules of the subsidy there are, each from its month on: later ones take the place of earlier ones. */
public final class DatedRules {

    /** Under the home folder. */
    public static final String FOLDER = "schemas/entitlements";

    private static final String SCHEMA = "schemas/entitlement.schema.json";

    private final TreeMap<Period, SubsidyRules> byFirstMonth = new TreeMap<>();

    public DatedRules(Collection<SubsidyRules> rules) {
        for (var one : rules) {
            if (byFirstMonth.put(one.validFrom(), one) != null) {
                throw new IllegalArgumentException("Two rules begin in " + one.validFrom());
            }
        }
    }

    /** Throws {@link FileProblem} with file and line, on the first rule that cannot be used. */
    public static DatedRules load(Path home, Datasets datasets) {
        var files = new TreeMap<Period, YamlFile>();
        var rules = new ArrayList<SubsidyRules>();
        FileSchema.read(home.resolve(SCHEMA)).each(home, FOLDER, file -> {
            var one = new SubsidyRulesFile(file, datasets).read();
            var same = files.put(one.validFrom(), file);
            if (same != null) {
                throw file.problem("/validFrom", "is also the first month of " + same.name());
            }
            rules.add(one);
        });
        return new DatedRules(rules);
    }

    /** Those in force in a month; empty where no file speaks of it, which is no rule of nothing. */
    public Optional<SubsidyRules> in(Period month) {
        return Optional.ofNullable(byFirstMonth.floorEntry(month))
                .map(Map.Entry::getValue)
                .filter(rules -> rules.isValid(month));
    }
}
