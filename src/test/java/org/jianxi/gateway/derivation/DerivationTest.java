package org.jianxi.gateway.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

/** The same figures from records: last section of the form's rules. */
class DerivationTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);
    private static final Definitions DEFINITIONS =
            Definitions.load(HOME, DATASETS, "YN-2023").orElseThrow();
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Period JUNE = Period.of("2023-06");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsWhatADatabaseComputesFromTheSameFiles(long seed) throws Exception {
        MadeUpProvince.write(folder, seed, 2_000);
        try (var database = DATABASE.asSuperuser()) {
            var sql = new RecomputedInSql(database);
            sql.load(folder);
            for (var sender : List.of("530100", "530300", "539900")) {
                for (var month : List.of("2022-12", "2023-01", "2023-02", "2023-06")) {
                    var derived = derive(sender, Period.of(month));
                    assertThat(amounts(derived))
                            .as("%s %s of seed %d", sender, month, seed)
                            .isEqualTo(sql.figures(sender, Period.of(month)));
                }
            }
        }
    }

    @Test
    void figure5FollowsFromNoRecordAndIsNoZero() throws IOException {
        MadeUpProvince.write(folder, 1, 50);

        var five = figure(derive("530100", JUNE), 5);

        assertThat(five.amount()).isEmpty();
        assertThat(five.gap()).hasValueSatisfying(why -> assertThat(why.zh()).contains("本月计划"));
    }

    @Test
    void everyRecordBehindAFigureIsNamedAndNoOther() throws IOException {
        file("units.csv", "unitId,reportingOffice", "U1,530100", "U2,530300");
        file("trainees.csv", "traineeId,category", "T1,01", "T2,02");
        file(
                "placements.csv",
                "placementId,unitId,traineeId,startOn,status",
                "L1,U1,T1,2023-05-31,IN_POST",
                "L2,U1,T1,2023-06-01,IN_POST",
                "L3,U1,T2,2023-06-30,IN_POST",
                "L4,U1,T1,2023-07-01,PENDING",
                "L5,U1,T1,2023-06-15,CANCELLED",
                "L6,U2,T1,2023-06-15,IN_POST");

        var derived = derive("530100", JUNE, 6, 7);

        assertThat(figure(derived, 6).records()).containsExactly("placements.csv:3", "placements.csv:4");
        assertThat(figure(derived, 7).records()).containsExactly("placements.csv:3");
    }

    @Test
    void whatIsMissingMakesAGapAndNeverAZero() throws IOException {
        file("units.csv", "unitId,reportingOffice,recognisedOn", "U1,530100,2023-06-01");
        file("placements.csv", "placementId,unitId,traineeId,startOn", "L1,U1,T1,2023-06-15");

        var derived = derive("530100", JUNE);

        assertThat(derived.amount(1)).contains(1L);
        assertThat(derived.amount(6)).contains(1L);
        assertThat(derived.amount(13)).contains(1L);
        assertThat(gap(derived, 3)).contains("posts.csv");
        assertThat(gap(derived, 7)).contains("trainees.csv");
        assertThat(gap(derived, 8)).contains("actualEndOn", "endKind");
        assertThat(gap(derived, 14)).contains("payments.csv");
        assertThat(derived.notes())
                .extracting(note -> note.en())
                .contains(
                        "units.csv has no column withdrawnOn: read as blank",
                        "placements.csv has no column status: read as blank");
    }

    @Test
    void recordsThatLeadNowhereAreCountedOutAloud() throws IOException {
        file("units.csv", "unitId,reportingOffice", "U1,530100");
        file("posts.csv", "postId,unitId,headcount,raisedOn,closedOn", "P1,U1,5,2023-06-01,", "P2,U9,7,2023-06-01,");

        var derived = derive("530100", JUNE);

        assertThat(derived.amount(4)).contains(5L);
        assertThat(derived.notes())
                .extracting(note -> note.en())
                .contains("posts.csv: 1 records whose unitId leads to no record are not counted");
    }

    @Test
    void moneyIsExactToTheFenAndRecoveredMoneyIsTakenOff() throws IOException {
        file("units.csv", "unitId,reportingOffice", "U1,530100");
        file("placements.csv", "placementId,unitId,status", "L1,U1,CANCELLED");
        file(
                "payments.csv",
                "paymentId,placementId,amountYuan,paidOn,status",
                "B1,L1,1500.01,2023-01-01,PAID",
                "B2,L1,1500,2022-12-31,PAID",
                "B3,L1,0.02,2023-06-30,RECOVERED",
                "B4,L1,7,2023-07-01,PAID");

        assertThat(derive("530100", JUNE).amount(14)).contains(149_999L);
    }

    @Test
    void whatCannotBeReadIsNamedByFileLineAndColumnAndNeverRepeated() throws IOException {
        file(
                "units.csv",
                "unitId,reportingOffice,recognisedOn",
                "U1,530100,2023-06-01",
                "U1,530100,2023/6/1",
                "U1,530100,2023-06-02",
                "U3,53");
        file("posts.csv", "postId,unitId,headcount,raisedOn", "P1,U1,0,2023-06-01");
        file("placements.csv", "placementId,unitId,startOn,actualEndOn,endKind", "L1,U1,2023-02-30,,期满");

        assertThatThrownBy(() -> derive("530100", JUNE)).isInstanceOfSatisfying(UnusableRecords.class, unusable -> {
            assertThat(unusable.problems())
                    .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.column())
                    .containsExactly(
                            "units.csv:3 recognisedOn",
                            "units.csv:4 unitId",
                            "units.csv:5 ",
                            "posts.csv:2 headcount",
                            "placements.csv:2 startOn",
                            "placements.csv:2 endKind");
            assertThat(unusable.problems())
                    .noneMatch(problem -> problem.told().zh().contains("期满"));
        });
    }

    @Test
    void aFolderWithoutRecordFilesIsNoMonthOfZeros() {
        assertThatThrownBy(() -> derive("530100", JUNE)).isInstanceOf(UnusableRecords.class);
    }

    private Derived derive(String sender, Period month, Integer... traced) {
        return new Derivation(DEFINITIONS, DATASETS, new Sender(sender), month, Set.of(traced)).of(folder);
    }

    private static TreeMap<Integer, Long> amounts(Derived derived) {
        var amounts = new TreeMap<Integer, Long>();
        derived.figures()
                .forEach(figure -> figure.amount().ifPresent(amount -> amounts.put(figure.indicator(), amount)));
        return amounts;
    }

    private static Derived.Figure figure(Derived derived, int indicator) {
        return derived.figures().stream()
                .filter(one -> one.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private static String gap(Derived derived, int indicator) {
        return figure(derived, indicator).gap().orElseThrow().en();
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
