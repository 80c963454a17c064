package org.jianxi.gateway.derivation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.forms.Datasets;

/**
 * How all figures of some editions of the return follow from records.
 *
 * @param forms ids of the editions
 * @param belongsTo by dataset, in the order records are read, the field that says whose a record is
 * @param never by dataset what makes a record count nowhere
 * @param figures by indicator, ascending
 * @param otherReadings of the form, against which a reported figure is held that differs
 */
public record Definitions(
        List<String> forms,
        Map<String, String> belongsTo,
        Map<String, Condition> never,
        List<Definition> figures,
        List<OtherReading> otherReadings) {

    private static final String FOLDER = "schemas/derivations";
    private static final String SCHEMA = "schemas/derivation.schema.json";

    /**
     * Those of an edition; empty where its figures follow from no records.
     *
     * @throws FileProblem with file and line, on the first definition that cannot be used
     */
    public static Optional<Definitions> load(Path home, Datasets datasets, String form) {
        var found = new ArrayList<Definitions>();
        FileSchema.read(home.resolve(SCHEMA))
                .each(home, FOLDER, file -> found.add(new DefinitionsFile(file, datasets).read()));
        return found.stream().filter(one -> one.forms.contains(form)).findFirst();
    }

    /** The file that those of an edition stand in, so that it can be named by its digest; empty where there is none. */
    public static Optional<Path> fileOf(Path home, Datasets datasets, String form) {
        var found = new ArrayList<Path>();
        FileSchema.read(home.resolve(SCHEMA)).each(home, FOLDER, file -> {
            if (new DefinitionsFile(file, datasets).read().forms.contains(form)) {
                found.add(Path.of(file.name()));
            }
        });
        return found.stream().findFirst();
    }

    /** Everything that any figure looks at. */
    Stream<Condition.Looked> looks() {
        return figures.stream()
                .filter(Definition.FromRecords.class::isInstance)
                .map(Definition.FromRecords.class::cast)
                .flatMap(Definition.FromRecords::looks);
    }

    /** The fields of a dataset that anything here looks at. */
    Set<String> looked(String dataset) {
        var looked = looks().filter(one -> one.dataset().equals(dataset))
                .map(Condition.Looked::field)
                .collect(Collectors.toSet());
        Optional.ofNullable(belongsTo.get(dataset)).ifPresent(looked::add);
        Optional.ofNullable(never.get(dataset))
                .ifPresent(condition ->
                        condition.looks(dataset).map(Condition.Looked::field).forEach(looked::add));
        return looked;
    }

    /** Every dataset that anything here looks at. */
    Set<String> datasets() {
        var named = looks().map(Condition.Looked::dataset).collect(Collectors.toSet());
        named.addAll(belongsTo.keySet());
        return named;
    }

    /** Datasets whose records are asked about from another's. */
    Set<String> ledTo() {
        return figures.stream()
                .filter(Definition.FromRecords.class::isInstance)
                .map(Definition.FromRecords.class::cast)
                .flatMap(figure ->
                        figure.looks().map(Condition.Looked::dataset).filter(led -> !led.equals(figure.dataset())))
                .collect(Collectors.toSet());
    }
}
