package org.jianxi.gateway.records.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.entitlement.DatedRules;
import org.jianxi.gateway.entitlement.Entitlements;
import org.jianxi.gateway.entitlement.MadeUpMoney;
import org.jianxi.gateway.entitlement.RecordFolder;
import org.jianxi.gateway.entitlement.UnitEntitlement;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.records.RecordFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

/** The money out of the database is the money out of the same records in files. */
class MoneyRecordsTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);
    private static final DatedRules RULES = DatedRules.load(HOME, DATASETS);
    private static final Sender KUNMING = new Sender("530100");

    private final TestDatabase database = TestDatabase.fresh();
    private final MoneyRecords records =
            new MoneyRecords(database.dataSource(), TransactionOperations.withoutTransaction());
    private long position;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void equalsWhatIsWorkedOutFromTheSameRecordsInFiles(long seed) throws Exception {
        MadeUpMoney.write(folder, seed, 400);
        deliver("first");

        for (var sender : List.of(KUNMING, new Sender("539900"))) {
            for (var month : List.of("2023-01", "2023-06", "2024-02")) {
                var through = Period.of(month);
                assertSame(inTheDatabase(sender, through, position), fromFiles(sender, through));
            }
        }
    }

    @Test
    void tellsTheMoneyAsOfAnyPositionOfTheLedger() throws Exception {
        var june = Period.of("2023-06");
        MadeUpMoney.write(folder, 13, 100);
        deliver("first");
        var then = position;
        var thenFromFiles = fromFiles(KUNMING, june);
        var state = records.state(position);

        MadeUpMoney.write(folder, 14, 100);
        deliver("second");

        assertSame(inTheDatabase(KUNMING, june, then), thenFromFiles);
        assertSame(inTheDatabase(KUNMING, june, position), fromFiles(KUNMING, june));
        assertThat(records.state(then)).isEqualTo(state);
        assertThat(records.state(position)).isGreaterThan(state);
    }

    @Test
    void aSenderWithoutPlacementsIsNotKnown() throws Exception {
        MadeUpMoney.write(folder, 15, 20);
        assertThat(records.delivered(position)).isEmpty();

        deliver("first");

        assertThat(records.delivered(position)).containsExactly(KUNMING);
        assertThat(records.creditCodes(KUNMING, position)).isNotEmpty();
    }

    private void assertSame(Entitlements inTheDatabase, Entitlements fromFiles) {
        assertThat(inTheDatabase.units().stream().map(MoneyRecordsTest::withoutId))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(fromFiles.units().stream()
                        .map(MoneyRecordsTest::withoutId)
                        .toList());
        assertThat(inTheDatabase.ceiling()).isEqualTo(fromFiles.ceiling());
        assertThat(inTheDatabase.asked()).isNotEmpty().isEqualTo(fromFiles.asked());
        assertThat(inTheDatabase.explanations().stream()
                        .flatMap(one -> one.records().stream())
                        .distinct())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(fromFiles.explanations().stream()
                        .flatMap(one -> one.records().stream())
                        .map(MoneyRecordsTest::delivered)
                        .distinct()
                        .map(one -> inTheDatabase
                                        .explanations()
                                        .getFirst()
                                        .records()
                                        .getFirst()
                                        .split("-")[0] + "-" + one)
                        .toList());
    }

    private static UnitEntitlement withoutId(UnitEntitlement one) {
        return new UnitEntitlement("", one.retained(), one.months());
    }

    /** {@code placements.csv:12} is the eleventh record of its delivery. */
    private static String delivered(String inFile) {
        var parts = inFile.split("\\.csv:");
        return parts[0] + "#" + (Long.parseLong(parts[1]) - 1);
    }

    private Entitlements inTheDatabase(Sender sender, Period through, long at) {
        return records.of(RULES, new MoneyRecords.Scope(sender, through, at, true));
    }

    private Entitlements fromFiles(Sender sender, Period through) {
        return new RecordFolder(RULES, DATASETS, sender, through, true)
                .of(folder)
                .entitlements();
    }

    /** All of the folder's records at once, as one sender's; whose they are the records say. */
    private void deliver(String name) throws Exception {
        var fixture = new RecordFixture(database, folder.resolve("keys"));
        for (var dataset : List.of("units", "placements", "payments")) {
            var id = name + "-" + dataset;
            var batch = fixture.submission(id, dataset, KUNMING.code(), "2023-06", Delivers.FULL);
            fixture.store().keep(batch, taker -> {
                var number = 0L;
                for (var record : records(dataset)) {
                    taker.take(RecordFixture.content(dataset, ++number, record));
                }
            });
            fixture.entered(database, id, ++position);
        }
    }

    private List<Map<String, String>> records(String dataset) throws IOException {
        var lines = Files.readAllLines(folder.resolve(dataset + ".csv"));
        var header = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var values = line.split(",", -1);
                    var record = new HashMap<String, String>();
                    for (var at = 0; at < header.length; at++) {
                        if (!values[at].isEmpty()) {
                            record.put(header[at], values[at]);
                        }
                    }
                    return Map.copyOf(record);
                })
                .toList();
    }
}
