package org.jianxi.gateway.entitlement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.recordfiles.Problems;
import org.jianxi.gateway.recordfiles.RecordFile;
import org.jianxi.gateway.recordfiles.UnusableRecords;

/**
 * One sender's money out of a folder of record files ({@code units.csv placements.csv payments.csv}), in one pass over each.
 *
 * @param through the last month
 * @param explained whether records are named wherever due and paid differ
 */
public record RecordFolder(DatedRules rules, Datasets datasets, Sender sender, Period through, boolean explained) {

    /** Throws {@link UnusableRecords} when units or placements are missing, or a file holds what cannot be counted. */
    public EntitledRecords of(Path folder) {
        var problems = new Problems();
        var intake = new RecordIntake(sender, new Entitling(rules, through, explained));
        read(folder, "units", Fields.OF_UNITS, problems, intake);
        read(folder, "placements", Fields.OF_PLACEMENTS, problems, intake);
        var paid = read(folder, "payments", Fields.OF_PAYMENTS, problems, intake);
        problems.throwIfAny();
        return intake.result(paid);
    }

    /** Whether there is such a file. Without payments there is still something to say. */
    private boolean read(Path folder, String dataset, Fields fields, Problems problems, RecordIntake intake) {
        var path = folder.resolve(dataset + ".csv");
        if (!Files.isRegularFile(path)) {
            if (fields != Fields.OF_PAYMENTS) {
                problems.add(path.getFileName().toString(), 0, "", "没有这个文件", "is missing");
            }
            return false;
        }
        var file = new RecordFile(path, datasets.find(dataset).orElseThrow(), fields.all(), problems);
        var missing = new LinkedHashSet<String>();
        file.read((field, id) -> null, header -> missing.addAll(fields.missing(header.fields())), record -> {
            if (missing.isEmpty()) {
                intake.take(file, record);
            }
        });
        missing.forEach(field -> problems.add(file.name(), 1, field, "缺少这一列", "is missing"));
        return true;
    }

    /**
     * @param needed without which nothing could be said
     * @param more read where they are there
     */
    private record Fields(Set<String> needed, Set<String> more) {

        static final Fields OF_UNITS = new Fields(Set.of("unitId"), Set.of("reportingOffice", "name"));
        static final Fields OF_PLACEMENTS = new Fields(
                Set.of("placementId", "unitId", "startOn", "plannedEndOn", "actualEndOn", "endKind", "outcome"),
                Set.of("contractFrom", "status"));
        static final Fields OF_PAYMENTS = new Fields(
                Set.of("placementId", "kind", "periodFrom", "periodTo", "amountYuan", "paidOn", "status"),
                Set.of("paymentId", "months", "standard", "appliedOn"));

        Set<String> all() {
            var all = new LinkedHashSet<>(needed);
            all.addAll(more);
            return all;
        }

        Set<String> missing(Set<String> found) {
            var missing = new TreeSet<>(needed);
            missing.removeAll(found);
            return missing;
        }
    }
}
