package org.jianxi.gateway.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.recordfiles.UnusableRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The money of a sender's units out of record files. */
class RecordFolderTest {

    private static final Datasets DATASETS = Datasets.load(Path.of(""));
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsWhatADatabaseComputesFromTheSameFiles(long seed) throws Exception {
        MadeUpMoney.write(folder, seed, 600);
        try (var database = DATABASE.asSuperuser()) {
            var sql = new MoneyInSql(database);
            sql.load(folder);
            for (var sender : List.of("530100", "539900")) {
                for (var month : List.of("2023-01", "2023-06", "2024-02")) {
                    var through = Period.of(month);
                    assertThat(amounts(read(sender, through).entitlements()))
                            .as("%s %s of seed %d", sender, month, seed)
                            .isNotEmpty()
                            .isEqualTo(sql.amounts(sender, through));
                }
            }
        }
    }

    @Test
    void whatCannotBeCountedIsNamedByFileLineAndColumn() throws IOException {
        file("units.csv", "unitId,reportingOffice", "U1,530100", "U1,530100");
        file(
                "placements.csv",
                "placementId,unitId,startOn,plannedEndOn,actualEndOn,endKind,outcome",
                "L1,U1,2023/3/1,,,,");
        file(
                "payments.csv",
                "placementId,kind,periodFrom,periodTo,amountYuan,paidOn,status",
                "L1,MONTHLY,2023-13,,,,PAID");

        assertThatThrownBy(() -> read("530100", Period.of("2023-06")))
                .isInstanceOfSatisfying(
                        UnusableRecords.class,
                        unusable -> assertThat(unusable.problems())
                                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.column())
                                .containsExactly(
                                        "units.csv:3 unitId", "placements.csv:2 startOn", "payments.csv:2 periodFrom"));
    }

    @Test
    void aColumnThatIsNeededAndNotThereIsNamed() throws IOException {
        file("units.csv", "unitId", "U1");
        file("placements.csv", "placementId,unitId,startOn", "L1,U1,2023-03-01");

        assertThatThrownBy(() -> read("530100", Period.of("2023-06")))
                .isInstanceOfSatisfying(
                        UnusableRecords.class,
                        unusable -> assertThat(unusable.problems())
                                .extracting(problem -> problem.column())
                                .containsExactly("actualEndOn", "endKind", "outcome", "plannedEndOn"));
    }

    @Test
    void withoutPaymentsWhatIsDueIsStillWorkedOutAndSoSaid() throws IOException {
        file("units.csv", "unitId", "U1");
        file(
                "placements.csv",
                "placementId,unitId,startOn,plannedEndOn,actualEndOn,endKind,outcome",
                "L1,U1,2023-03-01,2023-08-31,,,",
                "L2,U9,2023-03-01,2023-08-31,,,");

        var read = read("530100", Period.of("2023-06"));

        assertThat(read.paid()).isFalse();
        assertThat(read.entitlements().total().entitled().monthly()).isEqualTo(4 * 150_000);
        assertThat(read.notes())
                .extracting(note -> note.en())
                .containsExactly(
                        "units.csv has no column reportingOffice: all of it is taken as the sender's",
                        "placements.csv: 1 records whose unitId leads to no unit are not counted",
                        "There is no payments.csv: only what is due is worked out");
    }

    private EntitledRecords read(String sender, Period through) {
        return new RecordFolder(Given.RULES, DATASETS, new Sender(sender), through, false).of(folder);
    }

    private static Map<String, Long> amounts(Entitlements entitlements) {
        var amounts = new TreeMap<String, Long>();
        for (var unit : entitlements.units()) {
            unit.months().forEach((month, line) -> {
                var at = unit.unit() + " " + month + " ";
                put(amounts, at + "entitled ", line.entitled());
                put(amounts, at + "claimed ", line.claimed());
                put(amounts, at + "paid ", line.paid());
            });
        }
        amounts.values().removeIf(fen -> fen == 0);
        return amounts;
    }

    private static void put(Map<String, Long> amounts, String at, Amounts of) {
        amounts.put(at + "MONTHLY", of.monthly());
        amounts.put(at + "REMAINDER", of.remainder());
        amounts.put(at + "DIFFERENCE", of.difference());
        amounts.put(at + "OUTSIDE", of.outside());
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
