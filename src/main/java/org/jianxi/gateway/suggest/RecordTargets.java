package org.jianxi.gateway.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.Required;

/** What a mapping of a record dataset can find: its fields. */
final class RecordTargets {

    private RecordTargets() {}

    static List<Target> of(Dataset dataset) {
        return dataset.fields().stream().map(RecordTargets::target).toList();
    }

    /** Notions that every column of such a table has: a table of units speaks of units throughout. */
    static Set<String> about(Dataset dataset, Vocabulary vocabulary) {
        var about = new HashSet<String>();
        vocabulary.notionsOf(dataset.title().zh()).forEach(about::addAll);
        vocabulary.notionsOf(dataset.id()).forEach(about::addAll);
        return about;
    }

    private static Target target(Field field) {
        var labels = Stream.of(
                        Stream.of(field.label().zh()),
                        field.alsoCalled().stream(),
                        Stream.of(field.label().en()))
                .flatMap(one -> one)
                .toList();
        var codes = Stream.concat(Stream.of(field.name()), field.vendorCodes().stream())
                .toList();
        return new Target(
                field.name(),
                field.label(),
                labels,
                codes,
                Optional.empty(),
                Optional.of(field),
                field.required() instanceof Required.Always);
    }
}
