package org.jianxi.gateway.screening;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.documents.YamlFile;

/**
 * From what on records are asked about ({@code schemas/screening.yaml}).
 *
 * @param mostPeople that may have one mobile phone
 * @param mostUnits whose trainees one account may be paid for
 * @param off wire names of checks that are not made
 */
public record ScreeningTerms(long mostPeople, long mostUnits, Set<String> off) {

    private static final String FILE = "schemas/screening.yaml";
    private static final String SCHEMA = "schemas/screening.schema.json";

    public ScreeningTerms {
        off = Set.copyOf(off);
    }

    /** To be re-read while running; throws {@link FileProblem} with the line where the file says something else than its schema. */
    public static LiveFile<ScreeningTerms> open(Path home) {
        var schema = FileSchema.read(home.resolve(SCHEMA));
        return LiveFile.open(home.resolve(FILE), file -> read(file, schema));
    }

    private static ScreeningTerms read(YamlFile file, FileSchema schema) {
        schema.check(file);
        var root = file.tree();
        var off = new HashSet<String>();
        root.path("off").forEach(one -> off.add(one.asString()));
        return new ScreeningTerms(
                root.at("/sharedMobile/mostPeople").longValue(),
                root.at("/sharedAccount/mostUnits").longValue(),
                off);
    }

    boolean looksFor(ScreeningCheck check) {
        return !off.contains(check.kind().wireName());
    }
}
