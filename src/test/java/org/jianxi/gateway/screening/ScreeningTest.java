package org.jianxi.gateway.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.inquiries.Scan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** 人社部发〔2023〕27号 四(二): every planted false claim is found with the records that show it, and nothing else is. */
class ScreeningTest {

    private static final String KUNMING = "530100";
    private static final String QUJING = "530300";
    private static final ScreeningTerms TERMS = new ScreeningTerms(3, 1, Set.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database.dataSource());
    private Records records;

    @BeforeEach
    void cleanRecords(@TempDir Path folder) {
        records = new Records(database, folder);
        for (var sender : List.of(KUNMING, QUJING)) {
            records.unit(sender, "A", "legalRepresentative", "法人" + sender, "uscc", "A" + sender);
            records.unit(sender, "B", "uscc", "B" + sender);
            for (var number = 0; number < 20; number++) {
                records.trainee(sender, "T" + number);
                records.placement(sender, "P" + number, number % 2 == 0 ? "A" : "B", "T" + number);
                for (var month = 3; month <= 8; month++) {
                    records.payment(
                            sender,
                            "M" + number + "-" + month,
                            "P" + number,
                            "2023-0" + month,
                            "payeeAccount",
                            (number % 2 == 0 ? "A" : "B") + sender);
                }
            }
        }
    }

    @Test
    void recordsThatOnlyLookUnusualRaiseNothing() {
        lookingUnusual();
        records.deliver();

        assertThat(found()).isEmpty();
    }

    @Test
    void everyPlantedFalseClaimIsFoundWithItsRecordsAndNothingElse() {
        lookingUnusual();
        var planted = new TreeMap<String, Set<Set<String>>>();
        planted.put("shared-mobile", Set.of(sharedMobile()));
        planted.put("shared-account", Set.of(sharedAccount()));
        planted.put("graduated-earlier", Set.of(graduatedEarlier()));
        planted.put("unit-not-recognised", Set.of(withdrawn(), expired()));
        planted.put("legal-representative", Set.of(legalRepresentative()));
        planted.put("beyond-attendance", Set.of(beyondAttendance(), beforeItBegan()));
        planted.put("after-end", Set.of(afterEnd()));
        planted.put("paid-twice", Set.of(paidTwice()));
        records.deliver();

        assertThat(found()).isEqualTo(planted);
    }

    @Test
    void whatTheTermsSayIsWhatCounts() {
        sharedMobile();
        sharedAccount();
        records.deliver();

        assertThat(found(new ScreeningTerms(4, 2, Set.of()))).isEmpty();
        assertThat(found(new ScreeningTerms(3, 1, Set.of("shared-mobile")))).containsOnlyKeys("shared-account");
    }

    @Test
    void nothingIsLookedForWhereThereAreNoRecordsAndTheStateChangesWithEachDeliveryAndTerm() {
        var screening = new Screening(jdbc, () -> TERMS);
        assertThat(screening.state()).isEmpty();
        records.deliver();
        var first = screening.state();
        assertThat(first).isPresent().isEqualTo(screening.state());
        assertThat(new Screening(jdbc, () -> new ScreeningTerms(4, 1, Set.of())).state())
                .isNotEqualTo(first);
        records.deliver();
        assertThat(screening.state()).isPresent().isNotEqualTo(first);
    }

    private Set<String> sharedMobile() {
        return Set.of(
                records.trainee(KUNMING, "F1", "mobile", "13900000001"),
                records.trainee(KUNMING, "F2", "mobile", "13900000001"),
                records.trainee(KUNMING, "F3", "mobile", "13900000001"),
                records.trainee(QUJING, "F4", "mobile", "13900000001"));
    }

    private Set<String> sharedAccount() {
        records.trainee(KUNMING, "G1");
        records.trainee(QUJING, "G2");
        records.placement(KUNMING, "GP1", "G", "G1");
        records.placement(QUJING, "GP2", "H", "G2");
        records.payment(KUNMING, "GM2", "GP1", "2023-04", "payeeAccount", "公司");
        records.payment(QUJING, "HM2", "GP2", "2023-04", "payeeAccount", "公司");
        return Set.of(
                records.unit(KUNMING, "G"),
                records.unit(QUJING, "H"),
                records.payment(KUNMING, "GM1", "GP1", "2023-03", "payeeAccount", "公司"),
                records.payment(QUJING, "HM1", "GP2", "2023-03", "payeeAccount", "公司"));
    }

    private Set<String> graduatedEarlier() {
        return Set.of(
                records.trainee(KUNMING, "I", "category", "01", "graduatedOn", "2021-02-28"),
                records.placement(KUNMING, "IP", "A", "I"));
    }

    private Set<String> withdrawn() {
        records.trainee(KUNMING, "J1");
        records.trainee(KUNMING, "J2");
        return Set.of(
                records.unit(KUNMING, "J", "withdrawnOn", "2023-02-01"),
                records.placement(KUNMING, "JP1", "J", "J1"),
                records.placement(KUNMING, "JP2", "J", "J2"));
    }

    private Set<String> expired() {
        records.trainee(QUJING, "K");
        return Set.of(
                records.unit(QUJING, "K", "recognitionValidTo", "2023-02-28"),
                records.placement(QUJING, "KP", "K", "K"));
    }

    private Set<String> legalRepresentative() {
        return Set.of(
                records.unit(KUNMING, "L", "legalRepresentative", "张　三"),
                records.trainee(KUNMING, "L", "name", "张三"),
                records.placement(KUNMING, "LP", "L", "L"));
    }

    /** Ended in April, two calendar months; claimed for four. */
    private Set<String> beyondAttendance() {
        records.trainee(KUNMING, "N");
        return Set.of(
                records.placement(KUNMING, "NP", "B", "N", "actualEndOn", "2023-04-20", "endKind", "ABNORMAL"),
                records.payment(
                        KUNMING, "NM", "NP", "2023-03", "periodTo", "2023-06", "months", "4", "amountYuan", "6000.00"));
    }

    private Set<String> beforeItBegan() {
        records.trainee(QUJING, "O");
        return Set.of(
                records.placement(QUJING, "OP", "B", "O"),
                records.payment(QUJING, "OM", "OP", "2023-02", "status", "APPLIED"));
    }

    private Set<String> afterEnd() {
        records.trainee(KUNMING, "Q");
        records.payment(KUNMING, "QM4", "QP", "2023-04");
        return Set.of(
                records.placement(KUNMING, "QP", "B", "Q", "actualEndOn", "2023-04-20", "endKind", "ABNORMAL"),
                records.payment(KUNMING, "QM5", "QP", "2023-05", "status", "APPLIED"),
                records.payment(KUNMING, "QM6", "QP", "2023-06", "kind", "REMAINDER"));
    }

    private Set<String> paidTwice() {
        records.trainee(KUNMING, "R");
        records.payment(KUNMING, "RM3", "RP", "2023-03");
        return Set.of(
                records.placement(KUNMING, "RP", "B", "R"),
                records.payment(KUNMING, "RM4", "RP", "2023-04"),
                records.payment(KUNMING, "RM4again", "RP", "2023-04"));
    }

    private void lookingUnusual() {
        siblingsAndOnePersonOfTwoOffices();
        accountsThatAreNobodysFault();
        atTheLimit();
        paidInOddWays();
    }

    private void siblingsAndOnePersonOfTwoOffices() {
        for (var id : List.of("m1", "m2", "m3")) {
            records.trainee(KUNMING, id, "mobile", "13800000001");
        }
        var number = "530102200003150020".substring(0, 17);
        var same = number + org.jianxi.gateway.canonical.CheckDigits.citizen(number);
        records.change(KUNMING, "trainees", "m1", "idNumber", same);
        records.trainee(QUJING, "m1", "mobile", "13800000001", "idNumber", same);
    }

    private void accountsThatAreNobodysFault() {
        // one unit that two offices know
        records.unit(KUNMING, "both", "uscc", "BOTH");
        records.unit(QUJING, "both", "uscc", "BOTH");
        for (var sender : List.of(KUNMING, QUJING)) {
            records.trainee(sender, "b");
            records.placement(sender, "bP", "both", "b");
            records.payment(sender, "bM", "bP", "2023-03", "payeeAccount", "两地一户");
            records.payment(sender, "bI", "bP", "2023-03", "kind", "INSURANCE", "payeeAccount", "保险公司");
        }
        // one person who went from unit to unit, paid to his own account
        records.trainee(KUNMING, "moved");
        records.placement(KUNMING, "mvA", "A", "moved", "plannedEndOn", "2023-05-31", "actualEndOn", "2023-05-31");
        records.placement(KUNMING, "mvB", "B", "moved", "startOn", "2023-06-01");
        records.payment(KUNMING, "mvA3", "mvA", "2023-03", "payeeAccount", "本人");
        records.payment(KUNMING, "mvB6", "mvB", "2023-06", "payeeAccount", "本人");
        // refused before it was paid
        records.payment(KUNMING, "refused", "bP", "2023-04", "payeeAccount", "A" + KUNMING, "status", "REJECTED");
    }

    private void atTheLimit() {
        records.trainee(KUNMING, "g", "category", "01", "graduatedOn", "2021-03-01");
        records.placement(KUNMING, "gP", "A", "g");
        records.trainee(KUNMING, "young", "graduatedOn", "2018-07-01");
        records.placement(KUNMING, "youngP", "A", "young");
        records.unit(KUNMING, "w", "withdrawnOn", "2023-03-02", "recognitionValidTo", "2023-03-01");
        records.trainee(KUNMING, "w");
        records.placement(KUNMING, "wP", "w", "w");
        records.trainee(KUNMING, "never");
        records.placement(KUNMING, "neverP", "w", "never", "startOn", "2023-06-01", "status", "CANCELLED");
        // named like the legal representative of another unit, and of the same unit at another office
        records.trainee(KUNMING, "other", "name", "法人" + KUNMING);
        records.placement(KUNMING, "otherP", "B", "other");
        records.trainee(QUJING, "other", "name", "法人" + KUNMING);
        records.placement(QUJING, "otherP", "A", "other");
    }

    private void paidInOddWays() {
        // from the middle of a month to the middle of another: four months are touched, and claimed
        records.trainee(KUNMING, "mid");
        records.placement(
                KUNMING,
                "midP",
                "A",
                "mid",
                "startOn",
                "2023-03-15",
                "actualEndOn",
                "2023-06-14",
                "endKind",
                "ABNORMAL");
        records.payment(
                KUNMING, "midM", "midP", "2023-03", "periodTo", "2023-06", "months", "4", "amountYuan", "6000.00");
        // half from each of two funds
        records.payment(KUNMING, "half", "P1", "2023-03", "amountYuan", "1000.00", "fundLevel", "CENTRAL");
        records.change(KUNMING, "payments", "M1-3", "amountYuan", "500.00", "fundLevel", "COUNTY");
        // paid again after it was taken back
        records.payment(QUJING, "back", "P1", "2023-03", "status", "RECOVERED");
        // the remaining months of an early contract, and the difference after the end
        records.trainee(QUJING, "early");
        records.placement(
                QUJING,
                "earlyP",
                "A",
                "early",
                "actualEndOn",
                "2023-05-10",
                "endKind",
                "EARLY_RETAINED",
                "outcome",
                "RETAINED");
        records.payment(
                QUJING, "earlyM", "earlyP", "2023-03", "periodTo", "2023-05", "months", "3", "amountYuan", "4500.00");
        records.payment(
                QUJING,
                "earlyR",
                "earlyP",
                "2023-06",
                "periodTo",
                "2023-08",
                "months",
                "3",
                "kind",
                "REMAINDER",
                "amountYuan",
                "4500.00");
        records.payment(
                QUJING,
                "earlyD",
                "earlyP",
                "2023-09",
                "kind",
                "DIFFERENCE",
                "standard",
                "500.00",
                "amountYuan",
                "3000.00");
    }

    private Map<String, Set<Set<String>>> found() {
        return found(TERMS);
    }

    private Map<String, Set<Set<String>>> found(ScreeningTerms terms) {
        Scan.Found found = new Screening(jdbc, () -> terms).look();
        var byKind = new TreeMap<String, Set<Set<String>>>();
        for (var one : found.suspicions()) {
            byKind.computeIfAbsent(one.kind().wireName(), kind -> new java.util.HashSet<>())
                    .add(one.evidence().stream().map(records::named).collect(Collectors.toSet()));
        }
        return byKind;
    }
}
