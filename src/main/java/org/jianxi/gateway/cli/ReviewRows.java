package org.jianxi.gateway.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.filing.CellText;
import org.jianxi.gateway.registries.linkage.Candidate;
import org.jianxi.gateway.registries.linkage.Waterfall;

/** The candidates, one line each, with the steps that add up; decision and reason are left for the person who looks. */
record ReviewRows(List<Candidate> candidates) {

    void writeTo(Path file) {
        new PrivateCsv(this::write).writeTo(file);
    }

    private void write(CsvWriter csv) {
        csv.writeRecord(
                "row",
                "registry",
                "registryLine",
                "category",
                "probability",
                "name",
                "birthDate",
                "division",
                "waterfall",
                "decision",
                "reason");
        for (var one : candidates) {
            csv.writeRecord(
                    Integer.toString(one.row()),
                    new CellText(one.registry()).neutralised(),
                    Long.toString(one.line()),
                    new CellText(one.category()).neutralised(),
                    one.why().shown(),
                    level(one.why(), "name"),
                    level(one.why(), "birthDate"),
                    level(one.why(), "division"),
                    one.why().words().zh() + " · " + one.why().words().en(),
                    "",
                    "");
        }
    }

    /** Empty where one side says nothing. */
    private static String level(Waterfall why, String field) {
        return why.steps().stream()
                .filter(step -> step.field().equals(field))
                .map(Waterfall.Step::level)
                .findFirst()
                .orElse("");
    }
}
