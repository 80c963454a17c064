package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.flow.handover.HandoverDesk;
import org.jianxi.gateway.flow.publishing.CurrentList;
import org.jianxi.gateway.flow.publishing.ListChronicle;
import org.jianxi.gateway.handover.Handovers;
import org.jianxi.gateway.ledger.Breach;
import org.jianxi.gateway.ledger.Breach.Kind;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Published;
import org.jianxi.gateway.publishing.Standing;
import org.jianxi.gateway.publishing.history.ListChanges;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Threats A3 and F25: whoever owns the database can write what he likes, and cannot do it unnoticed. */
final class LedgerTamperingTest {

    private static final Period JUNE = Period.of("2023-06");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    private static Path folder;

    private static TestGateway gateway;

    @BeforeAll
    static void aMonthWasFiled() {
        gateway = new TestGateway(folder, DATABASE);
        gateway.push("530100", goodReturn("530100", 3127));
        var first = (Outcome.Accepted) gateway.push("530300", goodReturn("530300", 3128), "key-1");
        gateway.push("530100", goodReturn("530100", 3129));
        gateway.push("530100", goodReturn("530100", 3130).replace("\"11\": 96", "\"11\": 200"));
        gateway.ledgerEvidence.sign();
        var why = new WrittenReason("other", "请核实后重报");
        gateway.monthEnd.approve(JUNE, "officer-1", gateway.provincial.of(JUNE).gaps());
        assertThat(gateway.monthEnd.withdrawApproval(JUNE, "officer-1", why)).isInstanceOf(OfficeStep.Done.class);
        gateway.monthEnd.approve(JUNE, "officer-1", gateway.provincial.of(JUNE).gaps());
        gateway.monthEnd.file(JUNE, "officer-2");
        assertThat(gateway.sendingBack.sendBack(first.submissionId(), why, "officer-1"))
                .isInstanceOf(OfficeStep.Done.class);
        assertThat(gateway.sendingBack.takeBack(first.submissionId(), "officer-2"))
                .isInstanceOf(OfficeStep.Done.class);
        gateway.lateExceptions.record(JUNE, new Sender("530400"), LocalDate.parse("2023-07-10"), why, "officer-1");
        twoStatesOfThePublishedUnits();
        aListWasHandedOver();
        gateway.ledgerEvidence.sign();
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    /** One is published, then it is withdrawn and another is there. */
    private static void twoStatesOfThePublishedUnits() {
        var chronicle = new ListChronicle(gateway.ledger.log(), new ListChanges(gateway.jdbc));
        for (var number = 1; number <= 2; number++) {
            var standing = new Standing(Published.LISTS, LocalDate.of(2023, 7, 3));
            standing.unit(Published.unit(number));
            var list = CurrentList.of(Published.LISTS.of(ListKind.UNITS), standing.units());
            var then = TestGateway.NOW.plusSeconds(number);
            var noted = gateway.transaction.execute(status -> chronicle.note(list, then));
            assertThat(noted).isTrue();
        }
    }

    private static void aListWasHandedOver() {
        var digest = Sm3.of(new byte[] {1});
        var at = TestGateway.NOW.plusSeconds(9);
        var one = new Handovers.Handover("kunming-talent", "work", digest, digest, 2, "组织专场招聘", "officer-1", at);
        gateway.transaction.executeWithoutResult(status -> {
            var entry =
                    gateway.ledger.log().append(HandoverDesk.ENTRY, "kunming-talent", HandoverDesk.statement(one), at);
            new Handovers(gateway.jdbc).add(one, entry.position());
        });
    }

    @TestFactory
    Stream<DynamicTest> anyColumnChangedIsNamed() throws SQLException {
        return columns().stream()
                .map(column -> DynamicTest.dynamicTest(column.toString(), () -> {
                    try (var connection = DATABASE.asSuperuser()) {
                        column.change(connection);
                        var breach = fsckOver(connection);
                        assertThat(breach).as("changing %s", column).isPresent();
                        assertThat(breach.get().message().en()).isNotBlank();
                        assertThat(column.mayBeNamedAs()).contains(breach.get().table());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> anyRowDeletedIsNamed() throws SQLException {
        return tables().stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    try (var connection = DATABASE.asSuperuser()) {
                        connection.setAutoCommit(false);
                        execute(
                                connection,
                                "delete from " + table + " where ctid = (select min(ctid) from " + table + ")");
                        // a checkpoint fewer is missed by nobody while a newer one signs the same entries
                        assertThat(fsckOver(connection).isPresent()).isEqualTo(!table.equals("checkpoint"));
                    }
                }));
    }

    @Test
    void whatWasChangedIsNotAddedUpAndNotFiled() throws SQLException, IOException {
        FileSystemUtils.copyRecursively(folder.resolve("keys/people"), folder.resolve("copy/keys/people"));
        var copy = new TestGateway(folder.resolve("copy"), DATABASE.copy());
        var other = DATABASE.copy();
        var broken = new TestGateway(folder, other);
        try (var connection = other.asSuperuser()) {
            execute(connection, "update submission set canonical = set_byte(canonical, 100, 48) where revision = 2");
        }
        assertThatThrownBy(() -> broken.provincial.of(JUNE))
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("submission");
        assertThatThrownBy(() -> broken.monthEnd.file(JUNE, "officer-2")).isInstanceOf(LedgerBroken.class);
        // the key that sealed everything is another one there, so no signature verifies
        assertThat(copy.guard.full(done -> {}).map(Breach::kind)).contains(Kind.SIGNATURE_WRONG);
    }

    @Test
    void whoDeletesTheLastRowsAndSignsAgainIsContradictedByTheReceiptASenderKept() throws SQLException {
        var database = DATABASE.copy();
        var rewritten = new TestGateway(folder, database);
        var kept = receipt(rewritten.push("530300", goodReturn("530300", 3140)));
        try (var connection = database.asSuperuser()) {
            var gone = "(select subject from ledger_entry where position >= "
                    + (kept.path("position").asLong()) + ")";
            execute(connection, "delete from receipt where submission_id in " + gone);
            execute(connection, "delete from leaf where subject in " + gone);
            execute(connection, "delete from submission where id in " + gone);
            execute(
                    connection,
                    "delete from checkpoint where tree_size > "
                            + kept.path("position").asLong());
            execute(
                    connection,
                    "delete from ledger_entry where position >= "
                            + kept.path("position").asLong());
        }
        rewritten.push("530300", goodReturn("530300", 3150));
        rewritten.push("530100", goodReturn("530100", 3151));
        rewritten.ledgerEvidence.sign();

        var size = kept.path("treeSize").asLong();
        var now = rewritten.ledgerEvidence.checkpoint().orElseThrow();
        var proof = rewritten.ledger.log().proofs().consistency(size, now.treeSize());
        var keptHead = new Digest(kept.path("treeHead").asString("")).bytes();
        assertThat(MerkleTree.sm3().shows(proof, keptHead, now.treeHead().bytes()))
                .isFalse();
    }

    @Test
    void aRestoredDumpIsNoticedAtTheStart(@TempDir Path other) {
        var yesterday = DATABASE.copy();
        var today = new TestGateway(folder, DATABASE.copy());
        today.push("530300", goodReturn("530300", 3160));
        today.ledgerEvidence.sign();

        var restored = new TestGateway(folder, yesterday);
        assertThat(restored.guard.backwards().map(Breach::kind)).contains(Kind.WENT_BACKWARDS);
        assertThatThrownBy(restored.guard::requireForwards)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("the ledger went backwards");
        restored.push("530300", goodReturn("530300", 3161));
        assertThat(restored.guard.backwards().map(Breach::kind)).contains(Kind.REWRITTEN);
    }

    @Test
    void aCheckpointThatABundleHadSignedIsWitnessedToo(@TempDir Path other) {
        var fresh = new TestGateway(other, TestDatabase.fresh());
        fresh.push("530100", goodReturn("530100", 3127));
        var signed = fresh.ledger.checkpoints().upToDate(TestGateway.NOW).orElseThrow();
        assertThat(fresh.witness.kept()).isEmpty();

        fresh.ledgerEvidence.sign();

        assertThat(fresh.witness.kept()).extracting(Witness.Kept::cms).containsExactly(signed.cms());
    }

    /** What the office did before its acts had entries has none, and is no breach; nothing new can be passed off as that. */
    @Test
    void anApprovalThatNobodyGaveIsNamedAndOneFromBeforeTheEntriesIsNot() throws SQLException {
        var like =
                "insert into approval (period, revision, figures_digest, ledger_position, gaps, returned, approved_by,"
                        + " approved_at, entry) select period, revision, figures_digest, ledger_position, gaps, returned, 'officer-9',"
                        + " approved_at + interval '%s', %s from approval order by id limit 1";
        try (var connection = DATABASE.asSuperuser()) {
            connection.setAutoCommit(false);
            execute(connection, "alter table approval drop constraint approval_has_entry");
            execute(connection, like.formatted("-1 day", "null"));
            assertThat(fsckOver(connection)).isEmpty();
            execute(connection, like.formatted("1 second", "null"));
            assertThat(fsckOver(connection).map(Breach::kind)).contains(Kind.ROW_UNKNOWN);
            execute(connection, "delete from approval where approved_by = 'officer-9'");
            execute(connection, like.formatted("1 second", "1"));
            assertThat(fsckOver(connection).map(Breach::table)).contains("approval");
        }
    }

    @Test
    void anActOfTheOfficeIsNotKeptWithoutItsEntry() {
        assertThatThrownBy(() -> gateway.jdbc
                        .sql(
                                "insert into approval (period, revision, figures_digest, ledger_position, gaps, approved_by,"
                                        + " approved_at) select period, revision, figures_digest, ledger_position, gaps, 'officer-9',"
                                        + " approved_at from approval limit 1")
                        .update())
                .hasMessageContaining("approval_has_entry");
    }

    private static JsonNode receipt(Outcome outcome) {
        return JsonMapper.shared()
                .readTree(((Outcome.Accepted) outcome).receipt().content());
    }

    private static Optional<Breach> fsckOver(Connection connection) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return gateway.fsck(jdbc).full(done -> {});
    }

    private static List<String> tables() {
        return List.of(
                "ledger_entry",
                "submission",
                "received_content",
                "leaf",
                "receipt",
                "checkpoint",
                "kept_file",
                "provincial_return",
                "submission_return",
                "submission_return_undone",
                "approval",
                "approval_withdrawal",
                "late_exception",
                "list_change",
                "handover");
    }

    private static List<Column> columns() throws SQLException {
        var columns = new ArrayList<Column>();
        try (var connection = DATABASE.asSuperuser();
                var query = connection.prepareStatement("""
                        select column_name, data_type from information_schema.columns
                        where table_name = ? and is_generated = 'NEVER' order by ordinal_position
                        """)) {
            for (var table : tables()) {
                query.setString(1, table);
                var rows = query.executeQuery();
                while (rows.next()) {
                    columns.add(new Column(table, rows.getString(1), rows.getString(2)));
                }
            }
        }
        // the entry names the row by its own position
        columns.removeIf(column ->
                List.of("submission_return", "approval", "late_exception").contains(column.table())
                        && column.name().equals("id"));
        // the name is for people; what the file is, its digest says
        columns.removeIf(
                column -> column.table().equals("kept_file") && column.name().equals("name"));
        return columns;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One column, and how its value is made another one; checks and keys that would stand in the way are dropped first. */
    private record Column(String table, String name, String type) {

        void change(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            for (var constraint : constraints(connection)) {
                execute(connection, "alter table " + table + " drop constraint \"" + constraint + "\" cascade");
            }
            execute(
                    connection,
                    "update %s set %s = %s where ctid = (select min(ctid) from %s)"
                            .formatted(table, name, other(), table));
        }

        private List<String> constraints(Connection connection) throws SQLException {
            try (var query = connection.prepareStatement(
                    "select conname from pg_constraint where conrelid = ?::regclass and contype in ('c', 'f')")) {
                query.setString(1, table);
                var rows = query.executeQuery();
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }

        private String other() {
            return switch (type) {
                case "bytea" ->
                    "case when %1$s is null then decode('%2$s', 'hex') else set_byte(%1$s, 7, (get_byte(%1$s, 7) + 1) %% 256) end"
                            .formatted(name, HexFormat.of().formatHex(new byte[32]));
                case "bigint", "integer" -> "coalesce(" + name + ", 0) + 1000000";
                case "boolean" -> "not " + name;
                case "timestamp with time zone" -> name + " + interval '1 microsecond'";
                case "date" -> "date '2030-01-01'";
                default ->
                    switch (name) {
                        case "verdict" -> "'undecided'";
                        case "door" -> "'FOLDER'";
                        case "media_type" -> "'XML'";
                        case "sender", "period" -> "translate(" + name + ", '3', '4')";
                        case "digest", "source" -> name + " || '-x'";
                        case "salt" -> "translate(salt, '0123456789abcdef', '123456789abcdef0')";
                        default -> "coalesce(" + name + ", '') || 'x'";
                    };
            };
        }

        /** A row whose key was changed is one that is missing, so the table before or behind it may be named. */
        List<String> mayBeNamedAs() {
            return switch (table) {
                case "received_content" -> List.of("received_content");
                case "checkpoint" -> List.of("checkpoint", "ledger_entry");
                // an act that takes another one back is nothing without it
                case "submission_return" -> List.of("submission_return", "submission_return_undone");
                case "approval" -> List.of("approval", "approval_withdrawal");
                default -> List.of(table);
            };
        }
    }
}
