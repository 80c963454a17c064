package org.jianxi.gateway.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.recordfiles.ReadRecord;

/** One figure as it adds up. */
final class Tally {

    private final Definition.FromRecords definition;
    private final boolean traced;
    private final Set<String> asked;
    private final List<Derived.Traced> records = new ArrayList<>();
    private long amount;

    /** @param traced whether it remembers where each record behind it stands */
    Tally(Definition.FromRecords definition, boolean traced) {
        this.definition = definition;
        this.traced = traced;
        this.asked = definition.looks().map(Condition.Looked::dataset).collect(Collectors.toSet());
    }

    Definition.FromRecords definition() {
        return definition;
    }

    void add(String file, ReadRecord record, Period month) {
        var adds = definition.of(record, month);
        amount = Math.addExact(amount, adds);
        if (traced && definition.counts(record, month)) {
            records.add(new Derived.Traced(file + ":" + record.line(), adds));
        }
    }

    /** Whether it asks what the records of a dataset say. */
    boolean asks(String dataset) {
        return asked.contains(dataset);
    }

    boolean counts(ReadRecord record, Period month) {
        return definition.counts(record, month);
    }

    Derived.Figure figure() {
        return new Derived.Figure(definition.indicator(), Optional.of(amount), Optional.empty(), records);
    }

    Derived.Figure gap(Bilingual why) {
        return new Derived.Figure(definition.indicator(), Optional.empty(), Optional.of(why), List.of());
    }
}
