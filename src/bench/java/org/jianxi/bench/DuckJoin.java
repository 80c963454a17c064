package org.jianxi.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** DuckDB's hash join of the same people and registry: from Parquet with the number as one BIGINT, or from the very CSV files. */
final class DuckJoin implements AutoCloseable {

    private static final String CSV = "read_csv('%s', all_varchar=true, header=true)";

    private final MatchData data;
    private final Connection connection;

    DuckJoin(MatchData data) throws Exception {
        this.data = data;
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("set memory_limit='1GB'");
        write(data.people(), "people.parquet");
        write(data.registry(), "registry.parquet");
    }

    private void write(Path csv, String parquet) throws SQLException {
        execute("copy (select cast(left(idNumber, 17) as bigint) as id, * exclude idNumber from " + CSV.formatted(csv)
                + ") to '" + data.folder().resolve(parquet) + "' (format parquet)");
    }

    /** Only numbers are read and joined: less than we do, who compare names and keep categories. */
    double parquetSeconds(int threads) throws SQLException {
        return timed(
                threads,
                "select count(*) from '%s' p join '%s' r using (id)"
                        .formatted(
                                data.folder().resolve("people.parquet"),
                                data.folder().resolve("registry.parquet")));
    }

    /** Names are compared and categories kept, as we do. */
    double csvSeconds(int threads) throws Exception {
        return timed(
                threads,
                "select count(*) filter (p.name = r.name and r.category <> '') from %s p join %s r using (idNumber)"
                        .formatted(CSV.formatted(data.people()), CSV.formatted(data.registry())));
    }

    private double timed(int threads, String query) throws SQLException {
        execute("set threads=" + threads);
        return CountedJoin.seconds(connection, query, data.population().hits());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
