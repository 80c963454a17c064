package org.jianxi.gateway.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.Table;

/** The division codes in force (GB/T 2260, {@code schemas/codes/divisions-yn.csv}) and who among them owes a return. */
public final class Divisions {

    private static final String FILE = "schemas/codes/divisions-yn.csv";
    private static final Set<String> REPORTING = Set.of("prefecture", "provincial-direct");

    private Divisions() {}

    /** Whether the table of divisions lies below {@code home} at all. */
    public static boolean areThere(Path home) {
        return Files.isRegularFile(home.resolve(FILE));
    }

    /**
     * The reporting units (填报单位): every prefecture by code, the province's own level (省本级) last, as annex 1 of
     * 云人社发〔2023〕18号 prints them. Throws {@link FileProblem} when the table cannot be used.
     */
    public static ReportingUnits reportingUnits(Path home) {
        var file = home.resolve(FILE);
        var units = Table.read(file).rows().stream()
                .filter(row -> REPORTING.contains(row.getOrDefault("level", "")))
                .sorted(Comparator.comparing(row -> row.getOrDefault("code", "")))
                .map(row -> unit(file, row))
                .toList();
        if (units.isEmpty()) {
            throw new FileProblem(file.toString(), 0, "names no reporting unit");
        }
        return new ReportingUnits(units);
    }

    private static ReportingUnit unit(Path file, Map<String, String> row) {
        var code = row.getOrDefault("code", "");
        var name = row.getOrDefault("name_in_annex1", "");
        var sender = Sender.parse(code)
                .orElseThrow(() -> new FileProblem(file.toString(), 0, code + " is not a division code of six digits"));
        if (name.isBlank()) {
            throw new FileProblem(file.toString(), 0, code + " has no name_in_annex1");
        }
        return new ReportingUnit(sender, name);
    }
}
