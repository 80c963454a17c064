package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.filing.Incidents;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.ledger.LedgerFixture;
import org.jianxi.gateway.ledger.Timestamps;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.sandbox.TimestampBehaviour;
import org.jianxi.gateway.sandbox.TimestampSandbox;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.TimestampVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a checkpoint to its stored timestamp: real PostgreSQL, and an authority on a socket that misbehaves as told. */
class CheckpointStampingTest {

    private static final Instant START = Instant.parse("2023-07-04T08:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Far beyond what a busy machine needs. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    static Path keys;

    private final Ticking clock = new Ticking();
    private JdbcClient jdbc;
    private Ledger ledger;
    private Timestamps timestamps;
    private TimestampSandbox authority;

    @BeforeEach
    void authorityAndLedger() throws IOException {
        jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
        ledger = LedgerFixture.ledger(
                jdbc, DevelopmentAuthority.create(keys, clock, RANDOM).gateway().signer(), keys.resolve("people"));
        timestamps = new Timestamps(jdbc);
        authority = TimestampSandbox.start(keys, clock, RANDOM);
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void theNewestCheckpointIsStampedOnce() {
        var stamping = stamping(authority.url());
        checkpoint("first");
        var newest = checkpoint("second");

        assertThat(stamping.stampNewest()).isTrue();
        clock.tick(Duration.ofHours(1));
        assertThat(stamping.stampNewest()).isFalse();

        assertThat(authority.asked()).isEqualTo(1);
        assertThat(timestamps.of(1)).isEmpty();
        assertThat(timestamps.of(newest)).hasValueSatisfying(stamp -> {
            assertThat(stamp.stampedAt()).isEqualTo(START);
            assertThat(stamp.receivedAt()).isEqualTo(START);
            assertThat(stamp.authority()).contains("Timestamp sandbox");
            var cms = ledger.checkpoints().at(newest).orElseThrow().cms();
            assertThat(verifier().check(stamp.token(), cms, START).isGenuine()).isTrue();
        });
    }

    @Test
    void withoutACheckpointNobodyIsAsked() {
        assertThat(stamping(authority.url()).stampNewest()).isFalse();
        assertThat(authority.asked()).isZero();
    }

    @Test
    void manyCheckpointsInAMinuteAreOneRequest() {
        var stamping = stamping(authority.url());
        checkpoint("first");
        assertThat(stamping.stampNewest()).isTrue();
        var newest = checkpoint("second");
        assertThat(stamping.stampNewest()).isFalse();
        clock.tick(Duration.ofMinutes(1));

        assertThat(stamping.stampNewest()).isTrue();
        assertThat(timestamps.latest())
                .hasValueSatisfying(stamp -> assertThat(stamp.treeSize()).isEqualTo(newest));
    }

    @ParameterizedTest
    @MethodSource("answersThatDoNotCount")
    void anAnswerThatDoesNotCountIsNotKeptButReported(TimestampBehaviour misbehaviour, String name) {
        authority.tell(misbehaviour);
        var stamping = stamping(authority.url());
        var size = checkpoint("first");

        assertThat(stamping.stampNewest()).isFalse();

        assertThat(timestamps.of(size)).isEmpty();
        assertThat(stamping.problem()).startsWith(name + ": ");
        assertThat(new Incidents(jdbc).all())
                .containsExactly(new Incidents.Incident("timestamp-refused", "authority", name, START));
    }

    static Object[][] answersThatDoNotCount() {
        return new Object[][] {
            {new TimestampBehaviour.WrongImprint(), "wrong-imprint"},
            {new TimestampBehaviour.WrongNonce(), "wrong-nonce"},
            {new TimestampBehaviour.WrongTime(), "time-absurd"},
            {new TimestampBehaviour.ExpiredCertificate(), "certificate-expired"},
            {new TimestampBehaviour.Stranger(), "wrong-usage"},
            {new TimestampBehaviour.Reject(), "not-granted"},
            {new TimestampBehaviour.Garbage(), "not-a-timestamp"},
        };
    }

    @Test
    void anAuthorityThatDoesNotAnswerIsAskedAgainLater() {
        authority.tell(new TimestampBehaviour.Error(500), new TimestampBehaviour.Endless());
        var stamping = stamping(authority.url());
        checkpoint("first");

        assertThat(stamping.stampNewest()).isFalse();
        assertThat(stamping.problem()).isEqualTo("HTTP 500");
        clock.tick(Duration.ofHours(1));
        assertThat(stamping.stampNewest()).isFalse();
        assertThat(stamping.problem()).contains("longer than 65536 bytes");
        clock.tick(Duration.ofHours(1));
        assertThat(stamping.stampNewest()).isTrue();
        assertThat(stamping.problem()).isEmpty();
        assertThat(new Incidents(jdbc).all()).isEmpty();
    }

    @Test
    void nobodyWaitsLongerThanTheLimitForASlowAuthority() {
        authority.tell(new TimestampBehaviour.Slow(Duration.ofMinutes(1)));
        var channel = new TimestampChannel(authority.url(), Duration.ofMillis(200), verifier(), clock);

        assertThat(channel.stamp(new byte[] {1}, RANDOM))
                .isEqualTo(new TimestampAnswer.Unclear("no answer within PT0.2S", Optional.empty()));
    }

    @Test
    void whileItIsBackingOffNobodyIsAsked() {
        var pace = new TimestampPace(
                new Backoff(Duration.ofSeconds(8), Duration.ofSeconds(8), new LongestWait()),
                Duration.ofMinutes(1),
                clock);
        var stamping = stamping(authority.url(), pace);
        authority.tell(new TimestampBehaviour.Error(503));
        checkpoint("first");

        assertThat(stamping.stampNewest()).isFalse();
        clock.tick(Duration.ofSeconds(7));
        assertThat(stamping.stampNewest()).isFalse();
        assertThat(authority.asked()).isEqualTo(1);
        clock.tick(Duration.ofSeconds(1));
        assertThat(stamping.stampNewest()).isTrue();
    }

    @Test
    void anAuthorityThatIsNotThereStopsNothing() {
        var url = authority.url();
        authority.close();
        var stamping = stamping(url);
        checkpoint("first");

        assertThat(stamping.stampNewest()).isFalse();
        assertThat(stamping.problem()).startsWith("no answer: ");
    }

    @Test
    void theGatewaysOwnRoleCannotChangeATimestamp() {
        checkpoint("first");
        stamping(authority.url()).stampNewest();

        assertThatThrownBy(() -> jdbc.sql("update checkpoint_timestamp set stamped_at = stamped_at - interval '1 day'")
                        .update())
                .hasStackTraceContaining("permission denied for table checkpoint_timestamp");
        assertThatThrownBy(() -> jdbc.sql("delete from checkpoint_timestamp").update())
                .hasStackTraceContaining("permission denied for table checkpoint_timestamp");
    }

    private long checkpoint(String subject) {
        ledger.log().append("test", subject, Map.of("entry", subject), clock.instant());
        return ledger.checkpoints().upToDate(clock.instant()).orElseThrow().treeSize();
    }

    private CheckpointStamping stamping(URI url) {
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), new Random(1));
        return stamping(url, new TimestampPace(backoff, Duration.ofMinutes(1), clock));
    }

    private CheckpointStamping stamping(URI url, TimestampPace pace) {
        return new CheckpointStamping(
                timestamps,
                new TimestampChannel(url, LIMIT, verifier(), clock),
                pace,
                new Incidents(jdbc),
                new CheckpointStamping.Context(clock, RANDOM));
    }

    private static TimestampVerifier verifier() {
        return new TimestampVerifier(SigningCertificate.read(keys.resolve("root.pem")));
    }

    /** Always the longest wait there is. */
    private static final class LongestWait extends Random {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }

    private static final class Ticking extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(START);

        void tick(Duration time) {
            now.updateAndGet(moment -> moment.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
