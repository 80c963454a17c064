package org.jianxi.gateway.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.Stamp;
import org.jianxi.gateway.signing.TimestampAuthority;
import org.jianxi.gateway.signing.TimestampRequest;
import org.jianxi.gateway.signing.TimestampVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may do anything in the database changes a timestamp, and is found out. */
class TimestampCheckTest {

    private static final Instant NOW = Instant.parse("2023-07-04T08:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    static Path folder;

    private JdbcClient jdbc;
    private KeyRing timestamps;

    @BeforeEach
    void aStampedCheckpoint() {
        var database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database.ownerDataSource());
        var keys = DevelopmentAuthority.create(folder, Clock.fixed(NOW, ZoneOffset.UTC), RANDOM);
        timestamps = keys.issueForTimes("timestamps", "Timestamps");
        var ledger = LedgerFixture.ledger(
                JdbcClient.create(database.dataSource()), keys.gateway().signer(), folder.resolve("people"));
        ledger.log().append("test", "first", Map.of(), NOW);
        var checkpoint = ledger.checkpoints().upToDate(NOW).orElseThrow();
        var stamp = stamp(checkpoint.cms());
        new Timestamps(jdbc)
                .add(new Timestamp(checkpoint.treeSize(), stamp.authority(), stamp.token(), stamp.at(), NOW));
        jdbc.sql("alter table checkpoint_timestamp disable trigger user").update();
    }

    @Test
    void oneThatNobodyTouchedIsSound() {
        assertThat(new TimestampCheck(jdbc).first()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "stamped_at  | stamped_at - interval '1 day'",
                "received_at | received_at + interval '1 day'",
                "authority   | 'somebody else'",
                "token       | set_byte(token, 400, (get_byte(token, 400) + 1) % 256)",
                "token       | '\\x00'"
            })
    void aChangedColumnIsNamed(String column, String change) {
        jdbc.sql("update checkpoint_timestamp set " + column + " = " + change).update();

        assertThat(new TimestampCheck(jdbc).first()).hasValueSatisfying(breach -> {
            assertThat(breach.table()).isEqualTo("checkpoint_timestamp");
            assertThat(breach.row()).isEqualTo("tree size 1 " + column);
            assertThat(breach.kind()).isEqualTo(Breach.Kind.TIMESTAMP_CHANGED);
        });
    }

    @Test
    void aTimestampOnOtherBytesIsNamed() {
        jdbc.sql("update checkpoint_timestamp set token = :token")
                .param("token", stamp("other".getBytes(UTF_8)).token())
                .update();

        assertThat(new TimestampCheck(jdbc).first())
                .hasValueSatisfying(breach -> assertThat(breach.actual()).startsWith("wrong-imprint"));
    }

    private Stamp.Genuine stamp(byte[] bytes) {
        var request = TimestampRequest.over(bytes, RANDOM);
        var answer = new TimestampAuthority(timestamps.signer(), RANDOM).grant(request, NOW);
        return (Stamp.Genuine) new TimestampVerifier(timestamps.certificate()).checkAnswer(answer, request, NOW);
    }
}
