package org.jianxi.gateway.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.recordfiles.ReadRecord;

/** One figure as it adds up. */
final class Tally {

    private final Definition.FromRecords definition;
    private final boolean traced;
    private final List<Derived.Traced> records = new ArrayList<>();
    private long amount;

    /** @param traced whether it remembers where each record behind it stands */
    Tally(Definition.FromRecords definition, boolean traced) {
        this.definition = definition;
        this.traced = traced;
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

    Derived.Figure figure() {
        return new Derived.Figure(definition.indicator(), Optional.of(amount), Optional.empty(), records);
    }

    Derived.Figure gap(Bilingual why) {
        return new Derived.Figure(definition.indicator(), Optional.empty(), Optional.of(why), List.of());
    }
}
