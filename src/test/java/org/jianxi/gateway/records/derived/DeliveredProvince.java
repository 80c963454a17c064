package org.jianxi.gateway.records.derived;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.records.RecordFixture;

/** Record files of a made-up province, delivered into a database of their own. */
final class DeliveredProvince {

    static final Datasets DATASETS = Datasets.load(Path.of(""));
    static final Definitions DEFINITIONS =
            Definitions.load(Path.of(""), DATASETS, "YN-2023").orElseThrow();
    static final List<String> OFFICES = List.of("530100", "530300", "539900");

    private static final List<String> INDEPENDENT_FIRST =
            List.of("units", "posts", "trainees", "placements", "payments");

    private final TestDatabase database = TestDatabase.fresh();
    private long position;

    TestDatabase database() {
        return database;
    }

    /** Of the last delivery in the ledger. */
    long position() {
        return position;
    }

    /** All of the folder's records at once, as one sender's; whose they are the records say. */
    void deliver(Path folder, String name) throws Exception {
        deliver(folder, name, "530100");
    }

    void deliver(Path folder, String name, String sender) throws Exception {
        var fixture = new RecordFixture(database, folder.resolve("keys"));
        for (var dataset : INDEPENDENT_FIRST) {
            var id = name + "-" + dataset;
            var batch = fixture.submission(id, dataset, sender, "2023-06", Delivers.FULL);
            fixture.store().keep(batch, taker -> {
                var number = 0L;
                for (var record : records(folder, dataset)) {
                    taker.take(RecordFixture.content(dataset, ++number, record));
                }
            });
            fixture.entered(database, id, ++position);
        }
    }

    private static List<Map<String, String>> records(Path folder, String dataset) throws IOException {
        var lines = Files.readAllLines(folder.resolve(dataset + ".csv"));
        var header = lines.getFirst().split(",");
        return lines.stream().skip(1).map(line -> record(dataset, header, line)).toList();
    }

    private static Map<String, String> record(String dataset, String[] header, String line) {
        var values = line.split(",", -1);
        var record = new HashMap<String, String>();
        for (var at = 0; at < header.length; at++) {
            if (!values[at].isEmpty()
                    && DATASETS.find(dataset).orElseThrow().find(header[at]).isPresent()) {
                record.put(header[at], values[at]);
            }
        }
        return record;
    }
}
