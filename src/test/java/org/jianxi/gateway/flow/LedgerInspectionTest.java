package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.Breach.Kind;
import org.jianxi.gateway.ledger.VerifiedPoint;
import org.jianxi.gateway.mapping.Trainees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A look at what is new alone begins where the last one found nothing wrong, and lets nobody move that place. */
class LedgerInspectionTest {

    private static final String SPOIL_THE_OLD =
            "update person_record set content = set_byte(content, 20, (get_byte(content, 20) + 1) % 256) where number = 1";

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void twoTraineesAndAReturnAreIn() {
        gateway = new TestGateway(folder, database);
        push("2023-06", Trainees.graduate(1), Trainees.graduate(2));
        gateway.push("530100", goodReturn("530100", 3127));
        gateway.ledgerEvidence.sign();
    }

    @Test
    void theFirstLookGoesThroughEverything() throws SQLException {
        spoil(SPOIL_THE_OLD);

        var found = gateway.inspection().runSince(done -> {});

        assertThat(found.since()).isEmpty();
        assertThat(found.breach()).map(Breach::table).contains("person_record");
        assertThat(gateway.witness.verified()).isEmpty();
    }

    @Test
    void theNextLookGoesThroughWhatCameSinceAndNoFurther() throws SQLException {
        wholeSince(Optional.empty());
        spoil(SPOIL_THE_OLD);
        var entries = gateway.ledger.log().size();
        gateway.push("530100", goodReturn("530100", 3128));
        gateway.ledgerEvidence.sign();

        wholeSince(Optional.of(entries));
        wholeSince(Optional.of(entries + 1));
        assertThat(gateway.inspection().run(done -> {}).breach())
                .as("a full look sees the old too")
                .map(Breach::table)
                .contains("person_record");
    }

    @Test
    void aRecordThatCameSinceAndWasChangedIsNamed() throws SQLException {
        wholeSince(Optional.empty());
        push("2023-05", Trainees.graduate(3));
        spoil(SPOIL_THE_OLD + " and period = '2023-05'");

        assertThat(sinceLast()).map(Breach::table).contains("person_record");
        assertThat(sinceLast()).as("the place stays until it is mended").isPresent();
    }

    @Test
    void anOldBatchIsLookedAtAgainWhenSomethingOfItWasErased() throws SQLException {
        wholeSince(Optional.empty());
        spoil("update person_record set personal_until = '2099-01-01' where number = 2");
        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(4 * 366))).eraseDue();

        assertThat(sinceLast()).map(Breach::table).contains("person_record");
    }

    @Test
    void whatWasErasedInOrderIsNoBreach() {
        wholeSince(Optional.empty());
        var entries = gateway.ledger.log().size();
        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(4 * 366))).eraseDue();
        gateway.ledgerEvidence.sign();

        wholeSince(Optional.of(entries));
    }

    @Test
    void aLogOfAnotherHistoryIsNamedAtThePlace() throws IOException, SQLException {
        wholeSince(Optional.empty());
        Files.delete(folder.resolve("witness/checkpoint.p7s"));
        spoil("update ledger_entry set tree_head = set_byte(tree_head, 7, 0), frontier = set_byte(frontier, 20, 0)");

        assertThat(sinceLast()).map(Breach::kind).contains(Kind.REWRITTEN);
    }

    @Test
    void anEdgeThatDoesNotLeadToTheSealedHeadIsNamed() throws SQLException {
        wholeSince(Optional.empty());
        spoil("update ledger_entry set frontier = set_byte(frontier, 20, (get_byte(frontier, 20) + 1) % 256)");

        assertThat(sinceLast()).map(Breach::kind).contains(Kind.REWRITTEN);
    }

    @Test
    void aCheckpointOrABrokenSealMovesNothing() throws IOException, SQLException {
        var witness = folder.resolve("witness");
        Files.copy(witness.resolve("checkpoint.p7s"), witness.resolve("verified.p7s"));
        wholeSince(Optional.empty());
        var sealed = Files.readAllBytes(witness.resolve("verified.p7s"));
        sealed[sealed.length - 1]++;
        Files.write(witness.resolve("verified.p7s"), sealed);
        spoil(SPOIL_THE_OLD);

        assertThat(sinceLast()).map(Breach::table).contains("person_record");
    }

    @Test
    void aSealOfAnotherGatewayMovesNothing(@TempDir Path other) throws IOException {
        var stranger = new TestGateway(other);
        stranger.push("530100", goodReturn("530100", 3127));
        stranger.inspection().run(done -> {});
        Files.createDirectories(folder.resolve("witness"));
        Files.copy(
                other.resolve("witness/verified.p7s"),
                folder.resolve("witness/verified.p7s"),
                StandardCopyOption.REPLACE_EXISTING);

        wholeSince(Optional.empty());
    }

    private void wholeSince(Optional<Long> entries) {
        var found = gateway.inspection().runSince(done -> {});
        assertThat(found.breach()).isEmpty();
        assertThat(found.since().map(VerifiedPoint::entries)).isEqualTo(entries);
    }

    private Optional<Breach> sinceLast() {
        return gateway.inspection().runSince(done -> {}).breach();
    }

    private void spoil(String sql) throws SQLException {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private void push(String period, ObjectNode... trainees) {
        var batch = Trainees.batch("trainees", trainees).put("period", period);
        var outcome = gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                "trainees",
                Optional.of(Period.of(period)),
                MediaType.JSON,
                Optional.empty(),
                batch.toString().getBytes(UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }
}
