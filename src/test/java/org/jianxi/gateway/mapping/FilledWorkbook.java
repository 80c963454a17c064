package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.table.Content;

/** What a mapping reads from a workbook. */
public final class FilledWorkbook {

    private FilledWorkbook() {}

    public record Read(List<String> records, List<Finding> errors) {}

    public static Read read(byte[] mapping, byte[] workbook) {
        var records = new ArrayList<String>();
        var errors = new ArrayList<Finding>();
        new RecordMapper()
                .map(
                        MappingFile.of("test.yaml", mapping, Home.SCHEMA, Home.DEFINITIONS, Home::hash),
                        new Content.InMemory(workbook),
                        Home.context(MediaType.XLSX, "2023-06", "530100"),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord content) {
                                records.add(RecordJson.tree(content).toString());
                            }

                            @Override
                            public void finding(Finding finding) {
                                if (finding.isError()) {
                                    errors.add(finding);
                                }
                            }
                        });
        return new Read(records, errors);
    }
}
