package org.jianxi.gateway.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.records.RecordFixture;

/** Made-up records of several offices, delivered as all there is, and which of them a version of a record is. */
public final class Records {

    private static final List<String> ORDER = List.of("units", "trainees", "placements", "payments");

    private final RecordFixture fixture;
    private final Map<String, Map<String, Map<String, String>>> bySender = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private int deliveries;
    private int people;

    public Records(TestDatabase database, Path folder) {
        this.fixture = new RecordFixture(database, folder.resolve("keys"));
    }

    public RecordFixture fixture() {
        return fixture;
    }

    public String unit(String sender, String id, String... more) {
        return put(
                sender, "units", id, with(Map.of("unitId", id, "uscc", "U-" + id, "recognisedOn", "2020-01-01"), more));
    }

    public String trainee(String sender, String id, String... more) {
        var first17 = "530102%04d%04d%03d".formatted(1999 + people / 5000, 101, people % 1000);
        people++;
        return put(
                sender,
                "trainees",
                id,
                with(
                        Map.of(
                                "traineeId",
                                id,
                                "idNumber",
                                first17 + CheckDigits.citizen(first17),
                                "name",
                                "人" + sender + id,
                                "category",
                                "03"),
                        more));
    }

    /** From the first of March to the end of August 2023, unless it says otherwise. */
    public String placement(String sender, String id, String unit, String trainee, String... more) {
        return put(
                sender,
                "placements",
                id,
                with(
                        Map.of(
                                "placementId",
                                id,
                                "unitId",
                                unit,
                                "traineeId",
                                trainee,
                                "startOn",
                                "2023-03-01",
                                "plannedEndOn",
                                "2023-08-31",
                                "status",
                                "IN_POST"),
                        more));
    }

    /** One month of the base, paid, unless it says otherwise. */
    public String payment(String sender, String id, String placement, String month, String... more) {
        return put(
                sender,
                "payments",
                id,
                with(
                        Map.of(
                                "paymentId",
                                id,
                                "placementId",
                                placement,
                                "kind",
                                "MONTHLY",
                                "periodFrom",
                                month,
                                "periodTo",
                                month,
                                "months",
                                "1",
                                "standard",
                                "1500.00",
                                "amountYuan",
                                "1500.00",
                                "payeeAccount",
                                "账户" + sender + placement,
                                "status",
                                "PAID"),
                        more));
    }

    /** Changes what a record says; a field without a value is taken out. */
    public void change(String sender, String dataset, String id, String... more) {
        put(sender, dataset, id, with(bySender.get(sender + "/" + dataset).get(id), more));
    }

    public void remove(String sender, String dataset, String id) {
        bySender.get(sender + "/" + dataset).remove(id);
    }

    private String put(String sender, String dataset, String id, Map<String, String> record) {
        bySender.computeIfAbsent(sender + "/" + dataset, key -> new LinkedHashMap<>())
                .put(id, record);
        return sender + " " + dataset + " " + id;
    }

    private static Map<String, String> with(Map<String, String> record, String... more) {
        var all = new LinkedHashMap<>(record);
        for (var at = 0; at < more.length; at += 2) {
            if (more[at + 1].isEmpty()) {
                all.remove(more[at]);
            } else {
                all.put(more[at], more[at + 1]);
            }
        }
        return all;
    }

    /** Everything, of every office, as it stands now. */
    public void deliver() {
        for (var dataset : ORDER) {
            for (var one : bySender.entrySet()) {
                if (one.getKey().endsWith("/" + dataset)) {
                    deliver(one.getKey().substring(0, 6), dataset, one.getValue());
                }
            }
        }
    }

    private void deliver(String sender, String dataset, Map<String, Map<String, String>> records) {
        var submission = "s" + ++deliveries;
        var batch = fixture.submission(submission, dataset, sender, "2023-06", Delivers.FULL);
        fixture.store().keep(batch, taker -> {
            var number = 0L;
            for (var one : new ArrayList<>(records.entrySet())) {
                ids.put(submission + "/" + ++number, sender + " " + dataset + " " + one.getKey());
                taker.take(RecordFixture.content(dataset, number, one.getValue()));
            }
        });
    }

    /** What the methods that made it returned. */
    public String named(Evidence evidence) {
        var version = evidence.version().orElseThrow();
        return ids.get(version.submission() + "/" + version.number());
    }
}
