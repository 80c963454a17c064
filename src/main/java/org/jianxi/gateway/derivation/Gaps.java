package org.jianxi.gateway.derivation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.recordfiles.RecordFile;

/** Which figures cannot be told from the files given, and what was taken for granted in the others. */
record Gaps(Definitions definitions, Belonging belonging) {

    Derived derived(Map<Integer, Tally> tallies) {
        var figures = new ArrayList<Derived.Figure>();
        for (var definition : definitions.figures()) {
            figures.add(
                    switch (definition) {
                        case Definition.Reported reported ->
                            new Derived.Figure(
                                    reported.indicator(), Optional.empty(), Optional.of(reported.why()), List.of());
                        case Definition.FromRecords counted ->
                            figure(Objects.requireNonNull(tallies.get(counted.indicator())));
                    });
        }
        return new Derived(figures, notes());
    }

    private Derived.Figure figure(Tally tally) {
        var missing = new LinkedHashSet<String>();
        owners(tally.definition().dataset(), missing);
        tally.definition().looks().filter(Condition.Looked::needed).forEach(look -> miss(look, missing));
        return missing.isEmpty()
                ? tally.figure()
                : tally.gap(new Bilingual("缺少 " + String.join("、", missing), "lacks " + String.join(", ", missing)));
    }

    /** Up to the office: each record must lead to whose it is. */
    private void owners(String dataset, Set<String> missing) {
        var records = belonging.of(dataset);
        if (records.isEmpty()) {
            missing.add(dataset + ".csv");
            return;
        }
        var file = records.get().file();
        belonging
                .belongsTo(file.dataset())
                .ifPresent(field -> file.leadsTo(field).ifPresent(owner -> {
                    miss(dataset, field, missing);
                    belonging
                            .of(owner)
                            .ifPresent(owners -> miss(owner, owners.file().key(), missing));
                    owners(owner, missing);
                }));
    }

    private void miss(Condition.Looked look, Set<String> missing) {
        miss(look.dataset(), look.field(), missing);
        belonging
                .of(look.dataset())
                .flatMap(records -> records.file().leadsTo(look.field()))
                .flatMap(belonging::of)
                .ifPresent(
                        other -> miss(other.file().dataset().id(), other.file().key(), missing));
    }

    private void miss(String dataset, String field, Set<String> missing) {
        var records = belonging.of(dataset);
        if (records.isEmpty()) {
            missing.add(dataset + ".csv");
        } else if (!records.get().has(field)) {
            missing.add(dataset + ".csv " + field);
        }
    }

    private List<Bilingual> notes() {
        var notes = new ArrayList<Bilingual>();
        for (var records : belonging.read().values()) {
            var file = records.file();
            var field = belonging.belongsTo(file.dataset()).orElse("");
            if (file.dataset()
                            .find(field)
                            .filter(one -> one.type() instanceof FieldType.Office)
                            .isPresent()
                    && !records.has(field)) {
                notes.add(new Bilingual(
                        "%s 没有 %s 列，全部视为该填报单位的".formatted(file.name(), field),
                        "%s has no column %s: all of it is taken as the sender's".formatted(file.name(), field)));
            }
            if (records.orphans() > 0) {
                notes.add(new Bilingual(
                        "%s 有%d条记录的 %s 找不到对应记录，未计入".formatted(file.name(), records.orphans(), field),
                        "%s: %d records whose %s leads to no record are not counted"
                                .formatted(file.name(), records.orphans(), field)));
            }
            file.looked().stream()
                    .filter(one -> !records.has(one) && readAsBlank(file, one))
                    .sorted()
                    .forEach(one -> notes.add(new Bilingual(
                            "%s 没有 %s 列，视为空白".formatted(file.name(), one),
                            "%s has no column %s: read as blank".formatted(file.name(), one))));
        }
        return notes;
    }

    private boolean readAsBlank(RecordFile file, String field) {
        var dataset = file.dataset().id();
        return !file.key().equals(field)
                && !belonging.belongsTo(file.dataset()).equals(Optional.of(field))
                && definitions
                        .looks()
                        .filter(look ->
                                look.dataset().equals(dataset) && look.field().equals(field))
                        .noneMatch(Condition.Looked::needed);
    }
}
