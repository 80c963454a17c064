package org.jianxi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.filing.Incidents.Incident;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.outgoing.MovableClock;
import org.jianxi.gateway.sandbox.Behaviour;
import org.jianxi.gateway.sandbox.MinistrySandbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the outbox to the stored acknowledgement: real PostgreSQL, a real server that misbehaves as told (threats F7 to F10). */
class OutboxDrainIT {

    private static final Instant DEADLINE = Ministry.NOW.plus(Duration.ofDays(2));

    @TempDir
    static Path folder;

    private static Ministry ministry;

    private final List<Acknowledgement> told = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock(Ministry.NOW);
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private FilingStore store;

    @BeforeAll
    static void keys() {
        ministry = new Ministry(folder);
    }

    @BeforeEach
    void freshDatabase() {
        var source = TestDatabase.fresh().dataSource();
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        store = FilingStore.of(jdbc);
    }

    @Test
    void anAcknowledgedMessageIsDoneAndNotSentAgain() throws IOException {
        try (var sandbox = ministry.sandbox()) {
            enqueue(1);

            assertThat(drain(sandbox).drainOnce()).isTrue();
            assertThat(drain(sandbox).drainOnce()).isFalse();

            assertThat(state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
            assertThat(told).extracting(Acknowledgement::acknowledgementId).containsExactly("ACK-000001");
            assertThat(store.acknowledgements().of(id(1))).hasSize(1);
            assertThat(store.incidents().all()).isEmpty();
        }
    }

    @Test
    void aServerErrorIsTriedAgainLaterAndNotBefore() throws IOException {
        try (var sandbox = ministry.sandbox(new Behaviour.Error(500))) {
            enqueue(1);
            var drain = drain(sandbox);

            drain.drainOnce();
            assertThat(store.outbox().find(id(1)).orElseThrow().lastError()).contains("HTTP 500");
            assertThat(state(1)).isEqualTo(OutboxState.UNCONFIRMED);
            assertThat(drain.drainOnce()).isFalse();

            clock.forward(Duration.ofSeconds(10));
            drain.drainOnce();
            assertThat(state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
        }
    }

    @Test
    void aLostAcknowledgementIsAskedForAndTheMessageNotSentTwice() throws IOException {
        try (var sandbox = ministry.sandbox(new Behaviour.LoseAcknowledgement(), new Behaviour.Error(500))) {
            drainTwice(sandbox);

            assertThat(state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
            assertThat(sandbox.received()).hasSize(1);
            assertThat(sandbox.script().remaining())
                    .as("the second POST was never made")
                    .isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatComesTooLateIsAskedFor() throws IOException {
        try (var sandbox = ministry.sandbox(new Behaviour.Slow(Duration.ofSeconds(6)))) {
            enqueue(1);
            drain(sandbox).drainOnce();
            assertThat(state(1)).isEqualTo(OutboxState.UNCONFIRMED);
            Awaitility.await().until(() -> sandbox.received().size() == 1);

            clock.forward(Duration.ofSeconds(10));
            drain(sandbox).drainOnce();
            assertThat(state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
        }
    }

    @Test
    void aWrongAcknowledgementIsAnIncidentAndClosesNothing() throws IOException {
        try (var sandbox = ministry.sandbox(new Behaviour.WrongId(), new Behaviour.BadSignature())) {
            enqueue(1);
            drain(sandbox).drainOnce();
            assertThat(state(1)).isEqualTo(OutboxState.UNCONFIRMED);
            assertThat(store.incidents().all())
                    .containsExactly(new Incident(
                            "acknowledgement-other-message",
                            id(1),
                            "expected 530000-2023-06-r1, found another-message",
                            Ministry.NOW));

            clock.forward(Duration.ofSeconds(10));
            enqueueOther();
            drain(sandbox).drainOnce();
            drain(sandbox).drainOnce();
            assertThat(store.incidents().all())
                    .extracting(Incident::kind)
                    .containsExactly("acknowledgement-other-message", "acknowledgement-bad-signature");
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void theAcknowledgementSentTwiceIsKeptOnce() throws IOException {
        var pushed = new CountDownLatch(1);
        var callback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var sandbox = ministry.sandbox(new Behaviour.AcknowledgeTwice())) {
            callback.createContext("/", exchange -> {
                var cms =
                        Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("Signature-CMS"));
                var signed = new SignedAcknowledgement(exchange.getRequestBody().readAllBytes(), cms);
                assertThat(desk().takePushed(signed, clock.instant())).isTrue();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
                pushed.countDown();
            });
            callback.start();
            sandbox.pushTo(
                    URI.create("http://127.0.0.1:" + callback.getAddress().getPort() + "/"));
            enqueue(1);
            drain(sandbox).drainOnce();

            assertThat(pushed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
            assertThat(store.acknowledgements().of(id(1))).hasSize(1);
            assertThat(told).hasSize(1);
            assertThat(store.incidents().all()).isEmpty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            callback.stop(0);
        }
    }

    @Test
    void aSignedRejectionEndsItAndAPersonIsTold() throws IOException {
        try (var sandbox = ministry.sandbox(new Behaviour.Reject("数据不符"))) {
            drainTwice(sandbox);

            assertThat(state(1)).isEqualTo(OutboxState.REJECTED);
            assertThat(store.incidents().all()).containsExactly(new Incident("rejected", id(1), "数据不符", Ministry.NOW));
            assertThat(told).extracting(one -> one.verdict().wireName()).containsExactly("rejected");
        }
    }

    @Test
    void aRejectionAfterAcceptanceReopensIt() throws IOException {
        try (var sandbox = ministry.sandbox()) {
            enqueue(1);
            drain(sandbox).drainOnce();
            var retraction = ministry.acknowledgement(
                    ministry.message(1),
                    Map.of("acknowledgementId", "RET-1", "verdict", "rejected", "reason", "数据不符"),
                    "ministry");

            assertThat(desk().takePushed(retraction, clock.instant())).isTrue();

            assertThat(state(1)).isEqualTo(OutboxState.REJECTED);
            assertThat(store.incidents().all())
                    .containsExactly(new Incident("rejected-after-acceptance", id(1), "数据不符", Ministry.NOW));
        }
    }

    @Test
    void aNearDeadlineAndAPassedOneEachRaiseOneAlarmAndTheTryingGoesOn() throws IOException {
        var alarm = new DeadlineAlarm(store, Duration.ofHours(24), clock);
        try (var sandbox = ministry.sandbox(new Behaviour.Error(500), new Behaviour.Error(500))) {
            enqueue(1);
            alarm.raise();
            assertThat(store.incidents().all()).as("two days are left").isEmpty();
            drain(sandbox).drainOnce();

            clock.forward(Duration.ofHours(30));
            alarm.raise();
            alarm.raise();
            assertThat(store.incidents().all()).extracting(Incident::kind).containsExactly("deadline-near");
            drain(sandbox).drainOnce();

            clock.forward(Duration.ofHours(19));
            alarm.raise();
            alarm.raise();
            assertThat(store.incidents().all())
                    .extracting(Incident::kind)
                    .containsExactly("deadline-near", "deadline-passed");

            drain(sandbox).drainOnce();
            assertThat(state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
            alarm.raise();
            assertThat(store.incidents().all()).hasSize(2);
        }
    }

    @Test
    void aCorrectionWaitsForTheFilingItCorrects() throws IOException {
        try (var sandbox = ministry.sandbox(new Behaviour.Error(500))) {
            enqueue(1);
            enqueue(2);
            drain(sandbox).drainOnce();
            assertThat(drain(sandbox).drainOnce()).isFalse();

            clock.forward(Duration.ofSeconds(10));
            drain(sandbox).drainOnce();
            drain(sandbox).drainOnce();
            assertThat(sandbox.received()).extracting(one -> one.messageId()).containsExactly(id(1), id(2));
        }
    }

    @Test
    void ofManyDrainsAtOnceOneClaims() throws Exception {
        enqueue(1);
        var barrier = new CyclicBarrier(8);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var claims = new ArrayList<Future<Optional<Outbox.Claim>>>();
            for (var i = 0; i < 8; i++) {
                claims.add(pool.submit(() -> {
                    barrier.await();
                    return store.outbox().claimDue(Ministry.NOW);
                }));
            }
            var held = 0;
            for (var claim : claims) {
                held += claim.get().isPresent() ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
        }
    }

    @Test
    void aDeadNodesMessageIsClaimedWhenItsLeaseEndsAndTheSleeperCannotWriteAnyMore() {
        enqueue(1);
        var sleeper = store.outbox().claimDue(Ministry.NOW).orElseThrow();
        assertThat(sleeper.maybeSent()).isFalse();
        assertThat(store.outbox().claimDue(Ministry.NOW.plusSeconds(60))).isEmpty();

        var next = store.outbox().claimDue(Ministry.NOW.plusSeconds(600)).orElseThrow();
        store.outbox().giveUp(sleeper, "too late");
        store.outbox().postpone(sleeper, Ministry.NOW, "too late");

        assertThat(next.maybeSent()).isTrue();
        assertThat(state(1)).isEqualTo(OutboxState.UNCONFIRMED);
        assertThat(store.outbox().find(id(1)).orElseThrow().lastError()).isEmpty();
    }

    @Test
    void whatFailsAfterwardsUndoesTheRecording() throws IOException {
        try (var sandbox = ministry.sandbox()) {
            enqueue(1);
            var failing = new AcknowledgementDesk(store, ministry.verifier(), transactions, (message, one, signed) -> {
                throw new IllegalStateException("the ledger is full");
            });

            assertThatThrownBy(() -> drain(sandbox, failing).drainOnce()).hasMessage("the ledger is full");

            assertThat(state(1)).isEqualTo(OutboxState.UNCONFIRMED);
            assertThat(store.acknowledgements().of(id(1))).isEmpty();
        }
    }

    @Test
    void anOutboxRowOfARolledBackFilingIsNotThere() {
        transactions.executeWithoutResult(status -> {
            enqueue(1);
            status.setRollbackOnly();
        });

        assertThat(store.outbox().find(id(1))).isEmpty();
    }

    @Test
    void whatWasFiledCannotBeChangedOrFiledTwice() {
        enqueue(1);

        assertThatThrownBy(() -> enqueue(1)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE outbox SET body = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM outbox").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM acknowledgement").update())
                .isInstanceOf(DataAccessException.class);
    }

    private void drainTwice(MinistrySandbox sandbox) {
        enqueue(1);
        drain(sandbox).drainOnce();
        clock.forward(Duration.ofSeconds(10));
        drain(sandbox).drainOnce();
    }

    private OutboxDrain drain(MinistrySandbox sandbox) {
        return drain(sandbox, desk());
    }

    private OutboxDrain drain(MinistrySandbox sandbox, AcknowledgementDesk desk) {
        return new OutboxDrain(
                store, ministry.channel(sandbox, Duration.ofSeconds(3)), desk, Backoff.standard(new Random(1)), clock);
    }

    private AcknowledgementDesk desk() {
        return new AcknowledgementDesk(
                store,
                ministry.verifier(),
                transactions,
                (message, acknowledgement, signed) -> told.add(acknowledgement));
    }

    private void enqueue(int revision) {
        store.outbox().enqueue(ministry.message(revision), DEADLINE, clock.instant());
    }

    private void enqueueOther() {
        var second = ministry.message(2);
        var may = new MinistryMessage(
                "530000-2023-05-r1",
                second.period().previous(),
                1,
                second.contentType(),
                second.body(),
                second.signature());
        store.outbox().enqueue(may, DEADLINE, clock.instant());
    }

    private OutboxState state(int revision) {
        return store.outbox().find(id(revision)).orElseThrow().state();
    }

    private static String id(int revision) {
        return "530000-2023-06-r" + revision;
    }
}
