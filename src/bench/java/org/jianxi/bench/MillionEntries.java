package org.jianxi.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.jianxi.gateway.database.EmbeddedPostgres;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.ledger.LedgerProofs;
import org.jianxi.gateway.signing.Frontier;
import org.jianxi.gateway.signing.MerkleTree;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A ledger of a million entries in PostgreSQL, loaded with one COPY. Only the last row's tree head is filled in truly. */
final class MillionEntries implements AutoCloseable {

    private static final int LINES = 2000;
    private static final HexFormat HEX = HexFormat.of();

    private final EmbeddedPostgres postgres;
    private final Connection connection;
    private final LedgerProofs proofs;
    private final JdbcClient jdbc;
    private long at;

    MillionEntries(Project project, Levels nodes) throws Exception {
        postgres = EmbeddedPostgres.start(
                project.emptied("proofs").resolve("postgres"), project.work().resolve("postgres-binaries"), 0);
        var owner = postgres.owner();
        connection = DriverManager.getConnection(postgres.jdbcUrl(), owner.user(), owner.password());
        load(nodes);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        proofs = new LedgerLog(jdbc).proofs();
    }

    Map<String, Double> inclusion(double seconds) throws Exception {
        return figures(Clocked.over(
                seconds,
                () -> proofs.inclusion(next(), ProofsBenchmark.ENTRIES).path().size()));
    }

    Map<String, Double> consistency(double seconds) throws Exception {
        return figures(Clocked.over(
                seconds,
                () -> proofs.consistency(next() + 1, ProofsBenchmark.ENTRIES)
                        .path()
                        .size()));
    }

    Map<String, Double> row(double seconds) throws Exception {
        return figures(Clocked.over(
                seconds,
                () -> jdbc.sql("select body from ledger_entry where position = :position")
                        .param("position", next())
                        .query(byte[].class)
                        .single()
                        .length));
    }

    private static Map<String, Double> figures(Clocked took) {
        return Turns.figures("wall, µs", took.wallMicros(), "processor, µs", took.processorMicros());
    }

    private long next() {
        at = (at + 99_991) % ProofsBenchmark.ENTRIES;
        return at;
    }

    /** The columns of the gateway's own table, of which proofs read three. */
    private void load(Levels nodes) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table ledger_entry (position bigint primary key, kind text, subject text, body bytea,
                        leaf_hash bytea, frontier bytea, tree_head bytea, recorded_at timestamptz)""");
        }
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy ledger_entry (position, kind, subject, body, leaf_hash, frontier, tree_head, recorded_at) from stdin");
        var frontier = Frontier.empty(MerkleTree.sm3());
        var lines = new StringBuilder();
        for (var position = 0; position < nodes.size(); position++) {
            var leaf = nodes.hash(0, position);
            frontier = frontier.append(leaf);
            var isLast = position == nodes.size() - 1;
            lines.append(position)
                    .append("\tbench\t")
                    .append(position)
                    .append("\t\\\\x")
                    .append(HEX.formatHex(ProofsBenchmark.entry(position)))
                    .append("\t\\\\x")
                    .append(HEX.formatHex(leaf))
                    .append("\t\\\\x")
                    .append(HEX.formatHex(frontier.toBytes()))
                    .append("\t\\\\x")
                    .append(HEX.formatHex(isLast ? frontier.root() : leaf))
                    .append("\t2023-07-03T01:00:00Z\n");
            if (isLast || position % LINES == 0) {
                var bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
        copy.endCopy();
        try (var statement = connection.createStatement()) {
            statement.execute("analyze ledger_entry");
        }
    }

    @Override
    public void close() throws SQLException {
        try (postgres) {
            connection.close();
        }
    }
}
