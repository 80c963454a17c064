package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What the notices and the standards demand of units, posts, mentors, payments, events and publications by themselves. */
class DatasetClausesTest {

    @Test
    void aGoodRecordOfEachDatasetIsFoundGood() {
        assertThat(Deliverables.all()).hasSize(6);
        Deliverables.all()
                .forEach((dataset, record) ->
                        assertThat(of(dataset, record)).as(dataset).isEmpty());
    }

    @Test
    void gb32100TakesTheRightCheckCharacterAndNoOther() {
        var code = Deliverables.creditCode(1);
        var wrong = code.substring(0, 17) + (code.endsWith("A") ? "B" : "A");

        only(of("units", Deliverables.unit(1).put("uscc", wrong)), "F-CREDIT-CODE", Severity.ERROR, "uscc");
    }

    @ParameterizedTest
    @CsvSource({"530102, ", "530199, F-DIVISION", "530122, F-DIVISION-OLD", "110101, F-DIVISION"})
    void gbt2260TakesWhatIsInForceAndSaysWhatIsDead(String division, String rule) {
        var found = of("units", Deliverables.unit(1).put("divisionCode", division));

        assertThat(found).extracting(Finding::rule).containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({"RESEARCH, true", "SKILL, true", "MANAGEMENT, true", "SOCIAL_SERVICE, true", "OTHER, false"})
    void clause2_2OfTheMinistryKnowsFourClassesOfPosts(String category, boolean known) {
        var found = of("posts", Deliverables.post(1).put("category", category));

        assertThat(found).extracting(Finding::rule).containsExactlyElementsOf(known ? List.of() : List.of("F-CODE"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void aPostIsForOneAtLeast(int headcount) {
        only(of("posts", Deliverables.post(1).put("headcount", headcount)), "F-NUMBER", Severity.ERROR, "headcount");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true", "12, true", "13, false"})
    void clause3_3OfTheMinistryGivesAPost3To12Months(int months, boolean good) {
        var found = of("posts", Deliverables.post(1).put("durationMonths", months));

        if (good) {
            assertThat(found).isEmpty();
        } else {
            only(found, "F-NUMBER", Severity.ERROR, "durationMonths");
            assertThat(found.getFirst().clause()).isEqualTo("人社部发〔2023〕27号 三(三)");
        }
    }

    @Test
    void clause1OfTheProvinceShowsAPostToThePublicBeforeItIsPublished() {
        var post = Deliverables.post(1);
        post.remove("publicityFrom");

        var found = of("posts", post);

        only(found, "F-PUBLICITY", Severity.WARNING, "publicityFrom");
        assertThat(found.getFirst().clause()).isEqualTo("云人社发〔2023〕18号 一");
        assertThat(of("posts", post.put("status", "REVIEWED"))).isEmpty();
    }

    @Test
    void annex1LetsASenderSpeakForItselfOnly() {
        for (var dataset : List.of("units", "matching-events")) {
            var found = of(dataset, Deliverables.all().get(dataset).put("reportingOffice", "530300"));

            only(found, "F-OFFICE", Severity.ERROR, "reportingOffice");
            assertThat(found.getFirst().clause()).isEqualTo("云人社发〔2023〕18号 附件1");
        }
    }

    @Test
    void clause3OfTheProvinceDelistsAUnitOnADay() {
        var withdrawn = Deliverables.unit(1).put("status", "WITHDRAWN");

        only(of("units", withdrawn), "F-WITHDRAWN", Severity.WARNING, "withdrawnOn");
        assertThat(of("units", withdrawn.put("withdrawnOn", "2023-04-01"))).isEmpty();
        var found = of("units", withdrawn.put("status", "RECOGNISED"));
        only(found, "F-WITHDRAWN", Severity.WARNING, "withdrawnOn");
        assertThat(found.getFirst().clause()).isEqualTo("云人社发〔2023〕18号 三");
    }

    @ParameterizedTest
    @CsvSource({
        "units, recognitionValidTo, 2022-02-28",
        "units, withdrawnOn, 2022-02-28",
        "posts, publicityTo, 2022-11-04",
        "posts, closedOn, 2022-10-31",
        "payments, reviewedOn, 2023-02-28",
        "payments, paidOn, 2023-03-05",
        "payments, periodTo, 2023-01",
        "matching-events, endOn, 2023-05-19",
        "post-publications, withdrawnOn, 2023-05-31"
    })
    void whatComesLaterIsNotBefore(String dataset, String field, String day) {
        var record = Deliverables.all().get(dataset).put(field, day);
        if (field.equals("withdrawnOn") && dataset.equals("units")) {
            record.put("status", "WITHDRAWN");
        }

        only(of(dataset, record), "F-DAYS", Severity.ERROR, field);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 1500.00, ",
        "MONTHLY, 2000.00, F-RATE",
        "DIFFERENCE, 500.00, ",
        "DIFFERENCE, 1500.00, F-RATE",
        "REMAINDER, 2000.00, ",
        "INSURANCE, 100.00, "
    })
    void clause3OfTheProvincePays1500AndFor500Retained(String kind, String rate, String rule) {
        var found = of(
                "payments",
                Deliverables.payment(1).put("kind", kind).put("standard", rate).put("amountYuan", rate));

        if (rule == null) {
            assertThat(found).isEmpty();
        } else {
            only(found, rule, Severity.WARNING, "standard");
            assertThat(found.getFirst().clause()).isEqualTo("云人社发〔2023〕18号 三");
        }
    }

    @Test
    void clause4_2OfTheMinistryPaysTheBaseMonthByMonthAndNoMonthTwice() {
        var two = Deliverables.payment(1)
                .put("periodTo", "2023-03")
                .put("months", "2")
                .put("amountYuan", "3000.00");

        only(of("payments", two), "F-MONTHLY", Severity.WARNING, "periodTo");
        var more = Deliverables.payment(1).put("months", "2").put("amountYuan", "3000.00");
        var found = of("payments", more);
        only(found, "F-CLAIMED-MONTHS", Severity.ERROR, "months");
        assertThat(found.getFirst().clause()).isEqualTo("人社部发〔2023〕27号 四(二)");
    }

    @Test
    void anAmountIsMonthsTimesRateByTheMonthsAppliedForOrReckoned() {
        var half = Deliverables.payment(1).put("amountYuan", "750.00");

        only(of("payments", half), "F-AMOUNT", Severity.WARNING, "amountYuan");
        assertThat(of("payments", half.put("monthsReckoned", "0.5"))).isEmpty();
    }

    @Test
    void clause2_5OfTheMinistryGivesWhoeverIsInPostAMentor() {
        var placement = Trainees.placement(1);
        placement.remove("mentorId");

        var found = of("placements", placement);

        only(found, "F-MENTOR", Severity.WARNING, "mentorId");
        assertThat(found.getFirst().clause()).isEqualTo("人社部发〔2023〕27号 二(五)");
        assertThat(of("placements", placement.put("status", "PENDING"))).isEmpty();
    }

    @Test
    void aMappingThatReadsNoMentorsIsToldOnce() {
        var read = FieldLanguage.read("placements", "fields:\n  status: {const: IN_POST}\n", "{}");

        assertThat(FieldLanguage.rules(read)).contains("F-MENTOR");
    }

    private static void only(List<Finding> found, String rule, Severity severity, String field) {
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.at().field()).isEqualTo(field);
            assertThat(finding.message().zh()).isNotBlank();
            assertThat(finding.message().en()).isNotBlank();
        });
    }

    private static List<Finding> of(String dataset, ObjectNode record) {
        return ClauseBatch.of(dataset, record, KnownTrainees.NONE);
    }
}
