package org.jianxi.gateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.clause.KnownRecord;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.mapping.clause.TraineeFacts;
import org.jianxi.gateway.mapping.table.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What records must keep with those that were delivered before, and among each other in one batch. */
class ReferenceClausesTest {

    private final Delivered delivered = new Delivered();

    ReferenceClausesTest() {
        delivered
                .with("units", "U-1", Deliverables.unit(1))
                .with("posts", "G-1", Deliverables.post(1))
                .with("mentors", "M-1", Deliverables.mentor(1))
                .with("placements", "P-1", Trainees.placement(1));
    }

    @Test
    void whatNamesRecordsThatWereDeliveredIsFoundGood() {
        assertThat(of("posts", Deliverables.post(1))).isEmpty();
        assertThat(of("mentors", Deliverables.mentor(1))).isEmpty();
        assertThat(of("placements", Trainees.placement(1))).isEmpty();
        assertThat(of("payments", Deliverables.payment(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "posts, unitId",
        "mentors, unitId",
        "placements, unitId",
        "placements, postId",
        "placements, mentorId",
        "payments, placementId",
        "post-publications, postId"
    })
    void aRecordThatWasNeverDeliveredIsAWarningWhereItIsNamed(String dataset, String field) {
        var record = dataset.equals("placements")
                ? Trainees.placement(1)
                : Deliverables.all().get(dataset);

        var found = of(dataset, record.put(field, "X-9"));

        only(
                found.stream()
                        .filter(finding -> !finding.rule().equals("F-SAME-UNIT"))
                        .toList(),
                "F-REFERENCE",
                field);
    }

    @Test
    void whoNeverDeliversADatasetIsNotToldThatOneOfItIsMissing() {
        delivered.records.remove("mentors");

        assertThat(of("placements", Trainees.placement(1))).isEmpty();
    }

    @Test
    void clause2_5GivesATraineeAPostAndAMentorOfTheSameUnit() {
        delivered.with("units", "U-2", Deliverables.unit(2));

        var found = of("placements", Trainees.placement(1).put("unitId", "U-2"));

        assertThat(found).extracting(Finding::rule).containsExactly("F-SAME-UNIT", "F-SAME-UNIT");
        assertThat(found).extracting(finding -> finding.at().field()).containsExactly("postId", "mentorId");
        assertThat(found).allSatisfy(finding -> assertThat(finding.clause()).isEqualTo("人社部发〔2023〕27号 二(五)"));
    }

    @ParameterizedTest
    @CsvSource({
        "recognisedOn, 2023-01-10, true",
        "recognisedOn, 2023-01-11, false",
        "withdrawnOn, 2023-01-11, true",
        "withdrawnOn, 2023-01-10, false"
    })
    void clause3LetsAUnitHostFromItsRecognitionUntilItIsDelisted(String field, String day, boolean hosts) {
        delivered.with("units", "U-1", Deliverables.unit(1).put(field, day));

        var found = of("placements", Trainees.placement(1));

        if (hosts) {
            assertThat(found).isEmpty();
        } else {
            only(found, "F-RECOGNISED", "unitId");
            assertThat(found.getFirst().clause()).isEqualTo("云人社发〔2023〕18号 三");
        }
    }

    @Test
    void aPostTakesAsManyAsItHasPlacesAndThoseWhoLeftMakeRoom() {
        var two = new ObjectNode[] {Trainees.placement(1), Trainees.placement(2)};
        assertThat(of("placements", two)).isEmpty();

        var left = Trainees.placement(3)
                .put("status", "COMPLETED")
                .put("actualEndOn", "2023-07-09")
                .put("endKind", "TERM_COMPLETED")
                .put("outcome", "UNKNOWN");
        assertThat(of("placements", two[0], left, two[1])).isEmpty();

        var found = of("placements", two[0], two[1], Trainees.placement(3));
        only(found, "F-HEADCOUNT", "postId");
        assertThat(found.getFirst().at().record()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2022-12, 2022-12, periodFrom",
        "MONTHLY, 2023-01, 2023-01, ",
        "MONTHLY, 2023-07, 2023-07, ",
        "MONTHLY, 2023-08, 2023-08, periodTo",
        "DIFFERENCE, 2023-01, 2023-07, kind",
        "REMAINDER, 2023-05, 2023-07, kind"
    })
    void clause3PaysForMonthsInPostAndAfterTheEnd(String kind, String from, String to, String wrong) {
        var rate = kind.equals("DIFFERENCE") ? "500.00" : "1500.00";
        var payment = Deliverables.payment(1)
                .put("kind", kind)
                .put("periodFrom", from)
                .put("periodTo", to)
                .put("standard", rate)
                .put("amountYuan", rate);

        var found = of("payments", payment);

        if (wrong == null) {
            assertThat(found).isEmpty();
        } else {
            only(found, "F-SUBSIDISED", wrong);
            assertThat(found.getFirst().clause()).isEqualTo("云人社发〔2023〕18号 三");
        }
    }

    /** The rate is the unit's, so the difference is paid for those too who were not retained. */
    @Test
    void theDifferenceIsPaidOnceThePlacementHasEnded() {
        delivered.with(
                "placements",
                "P-1",
                Trainees.placement(1).put("outcome", "OTHER_EMPLOYED").put("endKind", "TERM_COMPLETED"));

        assertThat(of(
                        "payments",
                        Deliverables.payment(1)
                                .put("kind", "DIFFERENCE")
                                .put("standard", "500.00")
                                .put("amountYuan", "500.00")))
                .isEmpty();
    }

    @Test
    void theRestOfTheTermIsForWhoWasRetainedEarly() {
        delivered.with(
                "placements",
                "P-1",
                Trainees.placement(1).put("outcome", "RETAINED").put("endKind", "EARLY_RETAINED"));
        var difference = Deliverables.payment(1)
                .put("kind", "DIFFERENCE")
                .put("standard", "500.00")
                .put("amountYuan", "500.00");

        assertThat(of("payments", difference, Deliverables.payment(2).put("kind", "REMAINDER")))
                .isEmpty();
    }

    @Test
    void clause4_2LetsNobodyClaimTheSameMonthsTwice() {
        var found = of("payments", Deliverables.payment(1), Deliverables.payment(2));

        only(found, "F-PAID-TWICE", "placementId");
        assertThat(found.getFirst().at().record()).isEqualTo(2);
        assertThat(found.getFirst().clause()).isEqualTo("人社部发〔2023〕27号 四(二)");
        var refused = Deliverables.payment(2).put("status", "REJECTED").put("rejectReason", "重复");
        assertThat(of("payments", Deliverables.payment(1), refused)).isEmpty();
    }

    private static void only(List<Finding> found, String rule, String field) {
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.at().field()).isEqualTo(field);
            assertThat(finding.message().toString()).doesNotContain("X-9", "P-1", "U-2");
        });
    }

    private List<Finding> of(String dataset, ObjectNode... records) {
        var found = new ArrayList<Finding>();
        new RecordMapper()
                .canonical(
                        CanonicalBatch.of(dataset, MediaType.JSON, Home.DICTIONARY)
                                .orElseThrow(),
                        new Content.InMemory(
                                Trainees.batch(dataset, records).toString().getBytes(UTF_8)),
                        Home.context(MediaType.JSON, "2023-06", "530100").of(delivered),
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

    /** What was delivered before; every trainee is eligible. */
    private static final class Delivered implements KnownTrainees {

        private final Map<String, Map<String, ObjectNode>> records = new HashMap<>();

        Delivered with(String dataset, String id, ObjectNode record) {
            records.computeIfAbsent(dataset, one -> new HashMap<>()).put(id, record);
            return this;
        }

        @Override
        public Optional<TraineeFacts> find(String traineeId) {
            return Optional.of(new TraineeFacts("01", Optional.empty(), Optional.empty()));
        }

        @Override
        public boolean knows(String dataset) {
            return records.containsKey(dataset);
        }

        @Override
        public Optional<KnownRecord> record(String dataset, String id) {
            return Optional.ofNullable(records.getOrDefault(dataset, Map.of()).get(id))
                    .map(tree ->
                            field -> Optional.of(tree.path(field).asString("")).filter(text -> !text.isEmpty()));
        }
    }
}
