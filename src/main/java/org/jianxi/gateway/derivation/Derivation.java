package org.jianxi.gateway.derivation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.recordfiles.Problems;
import org.jianxi.gateway.recordfiles.ReadRecord;
import org.jianxi.gateway.recordfiles.RecordFile;
import org.jianxi.gateway.recordfiles.UnusableRecords;

/**
 * Counts one sender's month out of a folder of record files, in one pass over each. In memory it keeps the ids of units, trainees and
 * placements with the few fields that a definition looks at: some 200 bytes for each.
 *
 * @param traced indicators whose records are to be named
 */
public record Derivation(Definitions definitions, Datasets datasets, Sender sender, Period month, Set<Integer> traced) {

    public Derivation {
        traced = Set.copyOf(traced);
    }

    /** Throws {@link UnusableRecords} when there are no record files, or one holds what cannot be counted. */
    public Derived of(Path folder) {
        return of(folder, Counted.NOBODY);
    }

    /** The same, and tells which records the figures rest on; those of a figure that comes to be a gap are told too. */
    public Derived of(Path folder, Counted told) {
        var problems = new Problems();
        var tallies = new TreeMap<Integer, Tally>();
        for (var definition : definitions.figures()) {
            if (definition instanceof Definition.FromRecords counted) {
                tallies.put(counted.indicator(), new Tally(counted, traced.contains(counted.indicator())));
            }
        }
        var belonging = new Belonging(definitions, sender);
        for (var dataset : inOrder()) {
            var file = folder.resolve(dataset.id() + ".csv");
            if (Files.isRegularFile(file)) {
                var records = new RecordFile(file, dataset, looked(dataset), problems);
                read(
                        records,
                        belonging,
                        tallies.values().stream()
                                .filter(tally -> tally.definition().dataset().equals(dataset.id()))
                                .toList(),
                        told);
            }
        }
        if (belonging.read().isEmpty()) {
            problems.add(folder.toString(), 0, "", "没有记录文件，如 units.csv", "holds no record file such as units.csv");
        }
        problems.throwIfAny();
        return new Gaps(definitions, belonging).derived(tallies);
    }

    /** Those that belong to nobody first, then as the definitions name them, so that each finds what it leads to. */
    private List<Dataset> inOrder() {
        var names = new ArrayList<>(definitions.datasets());
        names.removeAll(definitions.belongsTo().keySet());
        names.addAll(definitions.belongsTo().keySet());
        return names.stream().map(name -> datasets.find(name).orElseThrow()).toList();
    }

    private Set<String> looked(Dataset dataset) {
        var looked = definitions.looked(dataset.id());
        looked.addAll(dataset.key());
        return looked;
    }

    private void read(RecordFile file, Belonging belonging, List<Tally> tallies, Counted told) {
        var owned = belonging.begin(file);
        var never = definitions.never().get(file.dataset().id());
        file.read(owned::reference, owned::headed, record -> {
            if (owned.keep(record) && (never == null || !never.holds(record, month))) {
                tallies.forEach(tally -> tally.add(file.name(), record, month));
                if (told != Counted.NOBODY) {
                    tallies.stream()
                            .filter(tally -> tally.counts(record, month))
                            .forEach(tally -> tell(file, record, tally, told));
                }
            }
        });
    }

    private static void tell(RecordFile file, ReadRecord record, Tally tally, Counted told) {
        var indicator = tally.definition().indicator();
        told.by(file.dataset().id(), record.line(), indicator);
        for (var field : record.columns().keySet()) {
            file.leadsTo(field).filter(tally::asks).ifPresent(dataset -> {
                if (record.of(field) instanceof ReadRecord asked) {
                    told.by(dataset, asked.line(), indicator);
                }
            });
        }
    }
}
