package org.jianxi.gateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.table.Content;
import tools.jackson.databind.node.ObjectNode;

/** One record in canonical form and all that is found about it. */
final class ClauseBatch {

    private static final Dictionary DICTIONARY = Dictionary.load(Home.PATH);

    private ClauseBatch() {}

    static List<Finding> trainee(ObjectNode record) {
        return of("trainees", record, KnownTrainees.NONE);
    }

    static List<Finding> placement(ObjectNode record) {
        return of("placements", record, KnownTrainees.NONE);
    }

    static List<Finding> of(String dataset, ObjectNode record, KnownTrainees trainees) {
        var found = new ArrayList<Finding>();
        new RecordMapper()
                .canonical(
                        CanonicalBatch.of(dataset, MediaType.JSON, DICTIONARY).orElseThrow(),
                        new Content.InMemory(
                                Trainees.batch(dataset, record).toString().getBytes(UTF_8)),
                        Home.context(MediaType.JSON, "2023-06", "530100").of(trainees),
                        new RecordSink() {
                            @Override
                            public void record(CanonicalRecord content) {}

                            @Override
                            public void finding(Finding finding) {
                                found.add(finding);
                            }
                        });
        return found;
    }
}
