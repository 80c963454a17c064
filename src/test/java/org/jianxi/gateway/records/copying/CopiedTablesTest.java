package org.jianxi.gateway.records.copying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jianxi.gateway.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What PostgreSQL itself reads in rows of its binary format. */
class CopiedTablesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String KINDS = "pg_temp.kinds (words, bytes, holds, small, large, exact, day, at, id, tree)";

    private Connection connection;

    @BeforeEach
    void tables() throws SQLException {
        connection = DATABASE.asSuperuser();
        execute("create temp table kinds (words text, bytes bytea, holds boolean, small integer, large bigint,"
                + " exact numeric(6, 2), day date, at timestamp, id uuid, tree jsonb)");
        execute("create temp table numbers (number bigint)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyKindOfColumnArrivesAsItWas() throws Exception {
        copied(KINDS, row("云南\\\t\n'见习'").end());

        assertThat(told())
                .containsExactly("云南\\\t\n'见习'|00ff|true|-7|9007199254740993|1500.50|1999-12-31|2023-06-30 23:59:58"
                        + "|00112233-4455-6677-8899-aabbccddeeff|{\"a\": \"\\\\n\"}");
    }

    @Test
    void aRowGrowsAsLongAsItsValues() throws Exception {
        var long1 = "长".repeat(5_000);
        copied(KINDS, row(long1).end());

        assertThat(told().getFirst()).startsWith(long1 + "|00ff|");
    }

    @Test
    void whatIsAbsentIsNull() throws Exception {
        var row = new BinaryRow().text("").bytes(new byte[0]);
        for (var column = 0; column < 8; column++) {
            row.absent();
        }
        copied(KINDS, row.end());

        assertThat(told()).containsExactly("|-|-|-|-|-|-|-|-|-");
    }

    @Test
    void rowsOfSeveralTablesArriveInTurnHoweverManyThereAre() throws Exception {
        var copies = copies();
        for (var number = 1; number <= 30_000; number++) {
            copies.write(
                    "pg_temp.numbers (number)", new BinaryRow().bigint(number).end());
            if (number % 100 == 0) {
                copies.write(KINDS, row("x".repeat(4_000)).end());
            }
        }
        copies.finish();

        assertThat(one("select count(*) || '/' || sum(number) from numbers")).isEqualTo("30000/450015000");
        assertThat(one("select count(*)::text from kinds")).isEqualTo("300");
    }

    @Test
    void aRowThatTheTableRefusesIsTold() throws Exception {
        var copies = copies();
        copies.write("pg_temp.numbers (number)", new BinaryRow().text("seven").end());

        assertThatThrownBy(copies::finish).isInstanceOf(IOException.class).hasMessageContaining("numbers");
    }

    private static BinaryRow row(String words) {
        return new BinaryRow()
                .text(words)
                .bytes(new byte[] {0, -1})
                .truth(true)
                .integer(-7)
                .bigint(9_007_199_254_740_993L)
                .numeric(new BigDecimal("1500.50"))
                .date(LocalDate.of(1999, 12, 31))
                .timestamp(LocalDateTime.of(2023, 6, 30, 23, 59, 58))
                .uuid(HexFormat.of().parseHex("00112233445566778899aabbccddeeff0102"))
                .jsonb("{\"a\":\"\\\\n\"}");
    }

    private void copied(String into, byte[] row) throws Exception {
        var copies = copies();
        copies.write(into, row);
        copies.finish();
    }

    private CopiedTables copies() throws SQLException {
        return new CopiedTables(connection.unwrap(PGConnection.class));
    }

    private List<String> told() throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select concat_ws('|', words, coalesce(encode(bytes, 'hex'), '-'), coalesce(holds::text, '-'),"
                                + " coalesce(small::text, '-'), coalesce(large::text, '-'), coalesce(exact::text, '-'),"
                                + " coalesce(day::text, '-'), coalesce(at::text, '-'), coalesce(id::text, '-'),"
                                + " coalesce(tree::text, '-')) from kinds")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
