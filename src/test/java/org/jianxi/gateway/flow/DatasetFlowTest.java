package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.LeakScan;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.people.Manifest;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Batches of units, posts, mentors, payments, events and publications on their way into the ledger. */
class DatasetFlowTest {

    private static final LeakScan SCAN = new LeakScan(Map.of(
            "the mentor", Deliverables.MENTOR,
            "the legal representative", Deliverables.LEGAL,
            "the account", Deliverables.ACCOUNT));

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder, database);
    }

    @Test
    void aBatchOfEachDatasetIsSealedUnderItsManifestAndTheLedgerHolds() throws SQLException {
        for (var dataset : Deliverables.inOrder()) {
            var accepted = accepted(push(dataset, Deliverables.all().get(dataset)));
            var stored =
                    gateway.ledger.submissions().find(accepted.submissionId()).orElseThrow();
            var manifest = Manifest.read(stored.decision().canonical().orElseThrow());
            assertThat(manifest.dataset()).isEqualTo(dataset);
            assertThat(manifest.records()).isOne();
        }

        assertThat(count("select count(distinct dataset) from person_current")).isEqualTo(6);
        assertThat(count(
                        "select count(*) from person_current where person_token is not null or name_token is not null"))
                .as("nobody but trainees is compared with registries")
                .isZero();
        assertThat(gateway.guard.full(done -> {})).isEmpty();
        assertThat(SCAN.in(database.ownerDataSource())).isEmpty();
    }

    @Test
    void refusedBatchesLeaveNobodyInTheClearEither() throws SQLException {
        var wrong = Deliverables.mentor(1).put("title", Deliverables.MENTOR.repeat(30));
        var unit = Deliverables.unit(1).put("uscc", Deliverables.ACCOUNT).put("status", Deliverables.LEGAL);
        var payment = Deliverables.payment(1).put("amountYuan", Deliverables.ACCOUNT + "元");

        for (var outcome : List.of(push("mentors", wrong), push("units", unit), push("payments", payment))) {
            assertThat(outcome).isInstanceOf(Outcome.Returned.class);
        }
        assertThat(SCAN.in(database.ownerDataSource())).isEmpty();
    }

    @Test
    void aRecordSentAgainIsAVersionAndTheNewestStands() {
        accepted(push("units", Deliverables.unit(1), Deliverables.unit(2)));
        accepted(push("units", Deliverables.unit(1).put("employeeCount", 7), Deliverables.unit(2)));

        assertThat(count("select count(*) from person_record where dataset = 'units'"))
                .isEqualTo(4);
        assertThat(count("select count(*) from person_current where dataset = 'units'"))
                .isEqualTo(2);
    }

    @Test
    void withoutAnIdAUnitIsKnownByItsCreditCodeAndTwoUnitsStayTwo() {
        var first = without("unitId", Deliverables.unit(1));
        var second = without("unitId", Deliverables.unit(2));

        accepted(push("units", first, second));

        assertThat(count("select count(*) from person_current where dataset = 'units'"))
                .isEqualTo(2);
    }

    @Test
    void aWrongCreditCodeRefusesTheWholeBatchByRecordAndField() {
        var returned = (Outcome.Returned) push(
                "units",
                Deliverables.unit(1),
                Deliverables.unit(2).put("uscc", "91530100MA6K000020"),
                Deliverables.unit(3));

        assertThat(returned.findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("F-CREDIT-CODE");
                    assertThat(finding.at().record()).isEqualTo(2);
                    assertThat(finding.at().field()).isEqualTo("uscc");
                });
        assertThat(count("select count(*) from person_record")).isZero();
    }

    @Test
    void hardshipMatchesAreMadeHereAndNobodyDeliversThem() {
        var outcome = push("hardship-matches", Deliverables.event(1));

        assertThat(outcome).isInstanceOf(Outcome.Unfinished.class);
        assertThat(count("select count(*) from person_record")).isZero();
    }

    private static ObjectNode without(String field, ObjectNode record) {
        record.remove(field);
        return record;
    }

    private Outcome push(String dataset, ObjectNode... records) {
        return gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                dataset,
                Optional.of(Period.of("2023-06")),
                MediaType.JSON,
                Optional.empty(),
                Trainees.batch(dataset, records).toString().getBytes(UTF_8),
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
