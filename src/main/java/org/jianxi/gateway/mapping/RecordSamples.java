package org.jianxi.gateway.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.table.Content;
import tools.jackson.databind.JsonNode;

/** A sample of a record dataset, held against its expectation. */
final class RecordSamples {

    private final RecordMapper mapper = new RecordMapper();
    private final ReportingUnits units;

    RecordSamples(ReportingUnits units) {
        this.units = units;
    }

    /** What is not as {@code expectation} says: its records in order, or, where it has none, its findings. */
    List<String> differences(MappingFile mapping, Path input, JsonNode expectation, boolean records) {
        var read = new Collected();
        var declared = MediaType.ofFileName(String.valueOf(input.getFileName())).orElse(mapping.mediaType());
        var context = new MappingContext(
                declared,
                expectation.has("period")
                        ? Period.parse(expectation.path("period").asString(""))
                        : Optional.empty(),
                expectation.has("sender")
                        ? Sender.parse(expectation.path("sender").asString(""))
                        : Optional.empty(),
                units);
        mapper.map(mapping, new Content.InFile(input), context, read);
        return records
                ? SampleDifferences.ofRecords(expectation.path("records"), read.records, read.findings)
                : SampleDifferences.ofFindings(expectation.path("findings"), read.findings);
    }

    private static final class Collected implements RecordSink {

        private final List<JsonNode> records = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void record(CanonicalRecord content) {
            records.add(RecordJson.tree(content));
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }
}
