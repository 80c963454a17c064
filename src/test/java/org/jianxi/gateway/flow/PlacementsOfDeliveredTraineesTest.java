package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** 云人社发〔2023〕18号 三: who may be a trainee, judged where the placement comes, by the trainees delivered before. */
class PlacementsOfDeliveredTraineesTest {

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder);
    }

    @Test
    void aGraduateOfMoreThanTwoYearsAgoIsRefusedThoughTheTraineesCameBefore() {
        accepted(push("trainees", Trainees.graduate(1).put("graduatedOn", "2020-06-30")));

        var returned = (Outcome.Returned) push("placements", Trainees.placement(1));

        assertThat(returned.findings()).extracting(Finding::rule).contains("F-TWO-YEARS");
        assertThat(count("select count(*) from person_record where dataset = 'placements'"))
                .isZero();
    }

    @Test
    void whoMayBeATraineeIsAcceptedWithoutAWord() {
        accepted(push("trainees", Trainees.graduate(1)));

        assertThat(accepted(push("placements", Trainees.placement(1))).findings())
                .isEmpty();
    }

    @Test
    void aTraineeWhoWasNeverDeliveredIsTold() {
        var accepted = accepted(push("placements", Trainees.placement(1)));

        assertThat(accepted.findings()).extracting(Finding::rule).containsExactly("F-TRAINEE");
    }

    @Test
    void aTraineesNewestRecordCountsAndAnotherMonthsStillDoes() {
        accepted(push("trainees", "2023-05", Trainees.graduate(1).put("graduatedOn", "2020-06-30")));
        accepted(push("trainees", "2023-06", Trainees.graduate(1), Trainees.graduate(2)));
        accepted(push("trainees", "2023-06", Trainees.graduate(2)));

        var returned = (Outcome.Returned) push("placements", Trainees.placement(1));

        assertThat(returned.findings())
                .as("the revision of June no longer speaks of the first")
                .extracting(Finding::rule)
                .contains("F-TWO-YEARS");
    }

    @Test
    void aTraineeWhoWasErasedIsUnknownAgain() {
        accepted(push("trainees", Trainees.graduate(1)));
        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(3 * 366))).eraseDue();

        var accepted = accepted(push("placements", Trainees.placement(1)));

        assertThat(accepted.findings()).extracting(Finding::rule).containsExactly("F-TRAINEE");
    }

    @Test
    void theLookIsWrittenDownOnceForADeliveryAndNoneForATraineeNobodyKnows() {
        push("placements", Trainees.placement(9));
        assertThat(count("select count(*) from person_look")).isZero();
        accepted(push("trainees", young(1), young(2), Trainees.graduate(3)));
        push("placements", Trainees.placement(3));
        assertThat(count("select count(*) from person_look"))
                .as("no age is asked of a graduate")
                .isZero();

        push("placements", Trainees.placement(1), Trainees.placement(2));

        assertThat(gateway.jdbc
                        .sql("select actor || ' ' || legal_basis from person_look where number is null")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("gateway 云人社发〔2023〕18号 三"));
    }

    @Test
    void ofHundredsOfYoungPeopleEachOneIsJudgedByTheNewestBirthDate() {
        var people = IntStream.rangeClosed(1, 300)
                .mapToObj(PlacementsOfDeliveredTraineesTest::young)
                .toArray(ObjectNode[]::new);
        people[4] = born(5, "1990-01-01");
        people[199] = born(200, "1990-01-01");
        people[249] = born(250, "1990-01-01");
        accepted(push("trainees", "2023-05", people));
        accepted(push("trainees", "2023-06", young(250), born(260, "1990-01-01")));

        var accepted = accepted(push("placements", placements(300)));

        assertThat(accepted.findings())
                .filteredOn(finding -> finding.rule().equals("F-AGE"))
                .extracting(finding -> finding.at().record())
                .containsExactly(5L, 200L, 260L);
        assertThat(count("select count(*) from person_look where number is null"))
                .isEqualTo(2);
    }

    private static ObjectNode[] placements(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Trainees::placement).toArray(ObjectNode[]::new);
    }

    private static ObjectNode born(int number, String day) {
        return young(number).put("birthDate", day).put("idNumber", Trainees.idNumber(day, 2 * number));
    }

    private static ObjectNode young(int number) {
        return Trainees.graduate(number).put("category", "03").put("unemploymentRegistered", true);
    }

    private Outcome push(String dataset, ObjectNode... records) {
        return push(dataset, "2023-06", records);
    }

    private Outcome push(String dataset, String period, ObjectNode... records) {
        var batch = Trainees.batch(dataset, records).put("period", period);
        return gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                dataset,
                Optional.of(Period.of(period)),
                MediaType.JSON,
                Optional.empty(),
                batch.toString().getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
    }

    private long count(String sql) {
        return gateway.jdbc.sql(sql).query(Long.class).single();
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }
}
