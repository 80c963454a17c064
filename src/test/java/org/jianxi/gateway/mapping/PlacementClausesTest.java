package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What the clauses of the notices demand of a placement by itself. */
class PlacementClausesTest {

    @ParameterizedTest
    @CsvSource({
        "2023-01-10, 2023-04-09",
        "2023-01-10, 2023-04-10",
        "2023-11-30, 2024-02-29",
        "2022-11-30, 2023-02-28",
        "2022-11-30, 2023-02-27",
        "2023-03-31, 2023-06-30",
        "2023-03-31, 2023-06-29",
        "2023-11-30, 2024-02-28",
        "2023-01-10, 2024-01-09",
        "2023-01-10, 2024-01-10",
        "2024-02-29, 2025-02-28"
    })
    void clause3Of3TakesThreeToTwelveMonthsHoweverTheLastDayIsCounted(String start, String end) {
        assertThat(findings(start, end)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-10, 2023-04-08",
        "2023-01-10, 2023-01-09",
        "2023-11-30, 2024-02-27",
        "2022-11-30, 2023-02-26",
        "2023-03-31, 2023-06-28"
    })
    void clause3Of3RefusesLessThanThreeMonths(String start, String end) {
        assertThat(findings(start, end)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-TERM");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message().zh()).isEqualTo("计划期满日期距到岗日期不足3个月");
            assertThat(finding.clause()).isEqualTo("人社部发〔2023〕27号 三(三)");
            assertThat(finding.at().pointer()).isEqualTo("/records/0/plannedEndOn");
        });
    }

    @ParameterizedTest
    @CsvSource({"2023-01-10, 2024-01-11", "2024-02-29, 2025-03-01"})
    void clause3Of3RefusesMoreThanTwelveMonths(String start, String end) {
        assertThat(findings(start, end)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-TERM");
            assertThat(finding.message().zh()).isEqualTo("计划期满日期距到岗日期超过12个月");
            assertThat(finding.message().toString()).doesNotContain(start).doesNotContain(end);
        });
    }

    @Test
    void aPlacementWithoutItsEndIsToldOfThatAlone() {
        var placement = Trainees.placement(1);
        placement.remove("plannedEndOn");

        assertThat(ClauseBatch.placement(placement)).extracting(Finding::rule).containsExactly("F-REQUIRED");
    }

    @Test
    void clause3Of3HoldsForTheActualEndToo() {
        assertThat(ClauseBatch.placement(ended("2024-01-11", "TERM_COMPLETED", "UNKNOWN")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-TERM");
                    assertThat(finding.message().zh()).isEqualTo("实际结束日期距到岗日期超过12个月");
                });
        assertThat(ClauseBatch.placement(ended("2024-01-10", "TERM_COMPLETED", "UNKNOWN")))
                .isEmpty();
    }

    @Test
    void clause5Of2TakesAnAgreementOfTheFirstDay() {
        assertThat(ClauseBatch.placement(Trainees.placement(1).put("agreementSignedOn", "2023-01-10")))
                .isEmpty();
    }

    @Test
    void clause5Of2RefusesAnAgreementAfterTheFirstDay() {
        assertThat(ClauseBatch.placement(Trainees.placement(1).put("agreementSignedOn", "2023-01-11")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-SIGNED");
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.clause()).isEqualTo("人社部发〔2023〕27号 二(五)");
                    assertThat(finding.at().pointer()).isEqualTo("/records/0/agreementSignedOn");
                    assertThat(finding.message().zh()).isEqualTo("协议签订日期晚于到岗日期；见习协议应先签订，请核对两个日期");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-09, TERM_COMPLETED, RETAINED, ",
        "2023-07-08, TERM_COMPLETED, RETAINED, endKind",
        "2023-07-08, EARLY_RETAINED, RETAINED, ",
        "2023-07-09, EARLY_RETAINED, RETAINED, ",
        "2023-07-10, EARLY_RETAINED, RETAINED, endKind",
        "2023-06-30, EARLY_RETAINED, OTHER_EMPLOYED, outcome",
        "2023-06-30, ABNORMAL, OTHER_EMPLOYED, ",
        "2023-06-30, ABNORMAL, RETAINED, outcome",
        "2023-01-09, ABNORMAL, NOT_EMPLOYED, actualEndOn"
    })
    void notes2And4KnowThreeKindsOfEndAndEachAgreesWithItsDayAndItsOutcome(
            String on, String kind, String outcome, String wrong) {
        var found = ClauseBatch.placement(ended(on, kind, outcome));

        if (wrong == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("F-END");
                assertThat(finding.isError()).isTrue();
                assertThat(finding.clause()).isEqualTo("填报说明2、4");
                assertThat(finding.at().pointer()).isEqualTo("/records/0/" + wrong);
            });
        }
    }

    @Test
    void notes2And4CountAnEndByItsDaySoAKindWithoutOneIsRefused() {
        var placement = Trainees.placement(1).put("endKind", "ABNORMAL").put("abnormalReason", "PERSONAL");

        assertThat(ClauseBatch.placement(placement)).extracting(Finding::rule).containsExactly("F-END");
    }

    @ParameterizedTest
    @CsvSource({
        "IN_POST, true",
        "PENDING, true",
        "ABNORMAL, true",
        "COMPLETED, false",
        "RETAINED, false",
        "CANCELLED, false"
    })
    void aStatusThatItsEndContradictsIsAWarning(String status, boolean warned) {
        var found = ClauseBatch.placement(
                ended("2023-07-09", "TERM_COMPLETED", "RETAINED").put("status", status));

        assertThat(found).hasSize(warned ? 1 : 0).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("F-STATUS");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(ClauseBatch.placement(Trainees.placement(1).put("status", "COMPLETED")))
                .extracting(Finding::rule)
                .containsExactly("F-STATUS");
    }

    private static ObjectNode ended(String on, String kind, String outcome) {
        var placement = Trainees.placement(1)
                .put("actualEndOn", on)
                .put("endKind", kind)
                .put("outcome", outcome)
                .put("outcomeOn", on)
                .put("contractFrom", on)
                .put("status", kind.equals("ABNORMAL") ? "ABNORMAL" : "COMPLETED");
        return kind.equals("ABNORMAL") ? placement.put("abnormalReason", "PERSONAL") : placement;
    }

    private static List<Finding> findings(String start, String end) {
        return ClauseBatch.placement(Trainees.placement(1)
                .put("startOn", start)
                .put("agreementSignedOn", start)
                .put("plannedEndOn", end));
    }
}
