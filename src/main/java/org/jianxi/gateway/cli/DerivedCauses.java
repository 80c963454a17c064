package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.Derivation;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.derivation.OtherReading;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.reconciliation.Cause;

/** What a folder of record files would give if the form were read otherwise; each reading goes through the files once. */
record DerivedCauses(Definitions definitions, Datasets datasets, Sender sender, Period period, Path records) {

    List<Cause> all() {
        return definitions.otherReadings().stream().map(this::cause).toList();
    }

    private Cause cause(OtherReading reading) {
        var figures = new HashMap<Integer, Long>();
        derived(reading.of(definitions), Set.of())
                .figures()
                .forEach(figure -> figure.amount().ifPresent(amount -> figures.put(figure.indicator(), amount)));
        return new Cause(reading.id(), reading.name(), figures);
    }

    /** By cause, where the records stand that a figure counts by one reading and not by the other. */
    Map<String, List<String>> lines(int indicator, Set<String> causes) {
        var lines = new HashMap<String, List<String>>();
        var right = traced(definitions, indicator);
        definitions.otherReadings().stream()
                .filter(reading -> causes.contains(reading.id()))
                .forEach(reading ->
                        lines.put(reading.id(), differing(right, traced(reading.of(definitions), indicator))));
        return lines;
    }

    /** In the order of the files, those of the first that the second lacks before the others. */
    private static List<String> differing(Map<String, Long> one, Map<String, Long> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(record -> !Objects.equals(one.get(record), other.get(record)))
                .toList();
    }

    private Map<String, Long> traced(Definitions by, int indicator) {
        var traced = new LinkedHashMap<String, Long>();
        derived(by, Set.of(indicator)).figures().stream()
                .filter(figure -> figure.indicator() == indicator)
                .flatMap(figure -> figure.traced().stream())
                .forEach(one -> traced.put(one.record(), one.adds()));
        return traced;
    }

    private Derived derived(Definitions by, Set<Integer> traced) {
        return new Derivation(by, datasets, sender, period, traced).of(records);
    }
}
