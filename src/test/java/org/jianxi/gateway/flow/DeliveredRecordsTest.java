package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.flow.people.Manifest;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands after deliveries of a month, of all there is, and of changes; and what tells that a record is gone. */
class DeliveredRecordsTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private TestGateway gateway;

    @BeforeEach
    void start() throws IOException {
        var source = folder.resolve("mappings/kunming");
        Files.createDirectories(source);
        FileSystemUtils.copyRecursively(Path.of("schemas"), folder.resolve("schemas"));
        Files.writeString(source.resolve("source.yaml"), """
                source: kunming
                title: {zh: 昆明, en: Kunming}
                senders: ["530100"]
                door: {kind: http-push}
                datasets:
                  units: {delivers: full}
                  posts: {delivers: changes}
                  mentors: {delivers: changes, mapping: mentors.yaml}
                  matching-events: {}
                  trainees: {delivers: changes}
                  placements: {delivers: changes}
                contact: 就业科
                """);
        Files.writeString(source.resolve("mentors.yaml"), """
                source: kunming
                dataset: mentors
                format: csv
                header: {anchor: 工号}
                rows: {removed: "r['操作'] == 'D'"}
                fields:
                  mentorId: 工号
                  unitId: 单位
                  name: 姓名
                """);
        gateway = new TestGateway(folder, database);
    }

    @Test
    void whatAFullDeliveryLeavesOutStandsNoLongerAndIsWrittenDown() {
        accepted(push("units", "2023-05", Deliverables.unit(1), Deliverables.unit(2), Deliverables.unit(3)));
        var second = accepted(push("units", "2023-06", Deliverables.unit(1), Deliverables.unit(4)));

        assertThat(standing("units")).isEqualTo(2);
        assertThat(count("select count(*) from person_record where dataset = 'units'"))
                .isEqualTo(5);
        assertThat(count("select count(*) from record_left_out where submission = '%s'".formatted(second)))
                .isEqualTo(2);
        assertThat(manifest(second).delivers()).isEqualTo(Delivers.FULL);
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void aFullDeliveryOfLessThanHalfIsTakenWithAWarning() {
        accepted(push("units", "2023-05", Deliverables.unit(1), Deliverables.unit(2), Deliverables.unit(3)));

        var fewer = (Outcome.Accepted) push("units", "2023-06", Deliverables.unit(1));
        var more = (Outcome.Accepted) push("units", "2023-06", Deliverables.unit(1), Deliverables.unit(2));

        assertThat(fewer.findings()).extracting(Finding::rule).containsExactly("P-FULL-FEWER");
        assertThat(more.findings()).isEmpty();
        assertThat(standing("units")).isEqualTo(2);
    }

    @Test
    void aRecordThatComesBackStandsAgain() {
        accepted(push("units", "2023-05", Deliverables.unit(1), Deliverables.unit(2)));
        accepted(push("units", "2023-06", Deliverables.unit(1)));
        assertThat(standing("units")).isOne();

        accepted(push("units", "2023-07", Deliverables.unit(1), Deliverables.unit(2)));

        assertThat(standing("units")).isEqualTo(2);
    }

    @Test
    void theLastFullDeliveryCountsWhateverItsMonth() {
        accepted(push("units", "2023-06", Deliverables.unit(1)));
        accepted(push("units", "2023-05", Deliverables.unit(2), Deliverables.unit(3)));

        assertThat(standing("units")).isEqualTo(2);
    }

    @Test
    void changesOfOneMonthAddUpAndWhatIsCalledGoneIsGone() {
        accepted(push("posts", "2023-06", Deliverables.post(1), Deliverables.post(2)));
        accepted(push("posts", "2023-06", Deliverables.post(3)));
        assertThat(standing("posts")).isEqualTo(3);

        var third = accepted(push("posts", "2023-06", gone("postId", "G-2"), Deliverables.post(1)));

        assertThat(standing("posts")).isEqualTo(2);
        assertThat(manifest(third).removed()).isOne();
        assertThat(manifest(third).records()).isEqualTo(2);
        assertThat(count("select count(*) from record_removal")).isOne();
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void ofOneRecordInOneDeliveryTheLastWordCounts() {
        accepted(push("posts", "2023-06", Deliverables.post(1), gone("postId", "G-1")));
        assertThat(standing("posts")).isZero();

        accepted(push("posts", "2023-06", gone("postId", "G-1"), Deliverables.post(1)));

        assertThat(standing("posts")).isOne();
    }

    @Test
    void aTraineeWhoIsGoneIsNobodyThatARegistryIsAskedFor() {
        accepted(push("trainees", "2023-06", Trainees.graduate(1), Trainees.graduate(2)));
        accepted(push("placements", "2023-06", Trainees.placement(1), Trainees.placement(2)));
        assertThat(people()).isEqualTo(2);

        accepted(push("trainees", "2023-06", gone("traineeId", "T-1")));
        accepted(push("placements", "2023-06", gone("placementId", "P-1")));

        assertThat(people()).isOne();
        var tokens = gateway.jdbc
                .sql("select distinct person_token from person_record where person_token is not null")
                .query((row, number) -> row.getBytes(1))
                .list()
                .toArray(byte[][]::new);
        for (var function : List.of("current_trainees", "current_placements")) {
            assertThat(gateway.jdbc
                            .sql("select count(*) from " + function + "(:tokens)")
                            .param("tokens", tokens)
                            .query(Long.class)
                            .single())
                    .as(function)
                    .isOne();
        }
    }

    @Test
    void aPlacementOfATraineeWhoIsGoneIsToldLikeOneOfATraineeWhoWasNeverDelivered() {
        accepted(push("trainees", "2023-06", Trainees.graduate(1)));
        accepted(push("trainees", "2023-06", gone("traineeId", "T-1")));

        var outcome = (Outcome.Accepted) push("placements", "2023-06", Trainees.placement(1));

        assertThat(outcome.findings()).extracting(Finding::rule).contains("F-TRAINEE");
    }

    @Test
    void aRecordIsHeldAgainstThoseThatItsSenderDeliveredBefore() {
        accepted(push(
                "units",
                "2023-05",
                Deliverables.unit(1).put("withdrawnOn", "2023-01-01").put("status", "WITHDRAWN")));
        accepted(push("posts", "2023-05", Deliverables.post(1)));
        accepted(push("trainees", "2023-06", Trainees.graduate(1)));

        var outcome = (Outcome.Accepted) push(
                "placements",
                "2023-06",
                Trainees.placement(1),
                Trainees.placement(2).put("traineeId", "T-1").put("postId", "G-5"));

        assertThat(outcome.findings())
                .extracting(Finding::rule, finding -> finding.at().record())
                .containsExactlyInAnyOrder(
                        tuple("F-RECOGNISED", 1L), tuple("F-RECOGNISED", 2L), tuple("F-REFERENCE", 2L));
        assertThat(count("select count(*) from person_look where actor = 'gateway'"))
                .as("no age is asked of a graduate, and all else stands beside the sealed records")
                .isZero();
        accepted(push("posts", "2023-06", gone("postId", "G-1")));
        var later = (Outcome.Accepted) push("placements", "2023-06", Trainees.placement(1));
        assertThat(later.findings()).extracting(Finding::rule).contains("F-REFERENCE");
    }

    @Test
    void aTableSaysByItsMappingWhatIsGoneAndMayLeaveTheRestBlank() {
        accepted(receive("mentors", "2023-06", MediaType.CSV, "工号,单位,姓名,操作\nM-1,U-1,测试甲,A\nM-2,U-1,测试乙,A\n"));

        accepted(receive("mentors", "2023-06", MediaType.CSV, "工号,单位,姓名,操作\nM-1,,,D\n"));

        assertThat(standing("mentors")).isOne();
        var nameless =
                (Outcome.Returned) receive("mentors", "2023-06", MediaType.CSV, "工号,单位,姓名,操作\n,,,D\nM-2,U-1,测试乙,A\n");
        assertThat(nameless.findings())
                .filteredOn(Finding::isError)
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-REQUIRED");
                    assertThat(finding.at().record()).isOne();
                });
    }

    @Test
    void onlyASourceThatDeliversChangesCallsARecordGone() {
        for (var dataset : List.of("units", "matching-events")) {
            var key = dataset.equals("units") ? "unitId" : "eventId";
            var returned = (Outcome.Returned)
                    push(dataset, "2023-06", Deliverables.all().get(dataset), gone(key, "X-9"));

            assertThat(returned.findings())
                    .filteredOn(Finding::isError)
                    .extracting(Finding::rule)
                    .containsExactly("P-REMOVAL");
        }
        assertThat(count("select count(*) from person_record")).isZero();
    }

    @Test
    void aBadRecordKeepsTheWholeDeliveryOutTombstonesToo() {
        accepted(push("posts", "2023-06", Deliverables.post(1)));

        var returned = push(
                "posts", "2023-06", gone("postId", "G-1"), Deliverables.post(2).put("headcount", 0));

        assertThat(returned).isInstanceOf(Outcome.Returned.class);
        assertThat(standing("posts")).isOne();
        assertThat(count("select count(*) from record_removal")).isZero();
    }

    @Test
    void theManifestOfEachKindKeepsItsSchema() {
        var schema = FileSchema.read(Path.of("schemas/record-manifest.schema.json"));
        for (var id : List.of(
                accepted(push("units", "2023-06", Deliverables.unit(1))),
                accepted(push("posts", "2023-06", Deliverables.post(1))),
                accepted(push("matching-events", "2023-06", Deliverables.event(1))))) {
            schema.check(YamlFile.parse("manifest", new String(canonical(id), UTF_8)));
        }
    }

    @Test
    void aTombstoneThatWasTakenAwayOrAddedByForceIsFound() {
        var full = accepted(push("units", "2023-06", Deliverables.unit(1)));
        accepted(push("posts", "2023-06", Deliverables.post(1), gone("postId", "G-7")));
        assertThat(gateway.guard.full(done -> {})).isEmpty();
        var owner = JdbcClient.create(database.ownerDataSource());

        owner.sql("insert into record_removal (submission, number) values (:full, 1)")
                .param("full", full)
                .update();

        assertThat(gateway.guard.full(done -> {}))
                .hasValueSatisfying(breach -> assertThat(breach.table()).isEqualTo("record_removal"));
    }

    private static ObjectNode gone(String key, String id) {
        return JsonNodeFactory.instance.objectNode().put(key, id).put("removed", true);
    }

    private Outcome push(String dataset, String period, ObjectNode... records) {
        return receive(
                dataset,
                period,
                MediaType.JSON,
                Trainees.batch(dataset, records).put("period", period).toString());
    }

    private Outcome receive(String dataset, String period, MediaType type, String content) {
        return gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                dataset,
                Optional.of(Period.of(period)),
                type,
                Optional.empty(),
                content.getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
    }

    private byte[] canonical(String submission) {
        return gateway.ledger
                .submissions()
                .find(submission)
                .flatMap(one -> one.decision().canonical())
                .orElseThrow();
    }

    private Manifest manifest(String submission) {
        return Manifest.read(canonical(submission));
    }

    private long standing(String dataset) {
        return count("select count(*) from person_current where dataset = '%s'".formatted(dataset));
    }

    private long people() {
        return count("select count(distinct person_token) from person_current where person_token is not null");
    }

    private long count(String sql) {
        return gateway.jdbc.sql(sql).query(Long.class).single();
    }

    private static String accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).submissionId();
    }
}
