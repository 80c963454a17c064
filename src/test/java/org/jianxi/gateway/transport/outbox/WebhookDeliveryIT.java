package org.jianxi.gateway.transport.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.notices.DayTime;
import org.jianxi.gateway.notices.DeliveryState;
import org.jianxi.gateway.notices.Endpoint;
import org.jianxi.gateway.notices.Notice;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.NoticeDeliveries.Scope;
import org.jianxi.gateway.notices.NoticeDelivery;
import org.jianxi.gateway.notices.NoticeDrain;
import org.jianxi.gateway.notices.NoticeOutbox;
import org.jianxi.gateway.notices.Pauses;
import org.jianxi.gateway.notices.Receiver;
import org.jianxi.gateway.notices.Topic;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.outgoing.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices from their rows to real servers that take them, refuse them, hang, lie and go away. */
class WebhookDeliveryIT {

    private static final Instant MORNING = Instant.parse("2023-07-03T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    private static final String NEXT_SECRET = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4";
    private static final SourceId KUNMING = new SourceId("kunming");
    private static final SourceId HONGHE = new SourceId("honghe");
    private static final Sender KUNMING_CITY = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final NoticeOutbox outbox = new NoticeOutbox(jdbc);
    private final NoticeDeliveries deliveries = new NoticeDeliveries(jdbc, PATIENCE);
    private final MovableClock clock = new MovableClock(MORNING);
    private final Map<SourceId, Endpoint> endpoints = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final NoticeDrain drain = drain(List.of("127.0.0.1"));

    @Test
    void aNoticeIsSignedByTheStandardSchemeAndTakenOnce() throws IOException {
        try (var receiver = receiver(KUNMING)) {
            var notice = put(KUNMING, KUNMING_CITY, "one");
            work();
            work();

            assertThat(receiver.received()).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(notice.id()).startsWith("msg_");
                assertThat(one.body())
                        .isEqualTo("{\"type\":\"verdict.accepted\",\"timestamp\":\"2023-07-03T01:00:00Z\","
                                + "\"data\":{\"submission\":\"one\"}}");
                assertThat(one.headers())
                        .containsEntry("webhook-timestamp", Long.toString(MORNING.getEpochSecond()))
                        .containsEntry("Content-Type", "application/json");
                assertThat(one.isSignedWith(SECRET)).isTrue();
                assertThat(one.isSignedWith(NEXT_SECRET)).isFalse();
            });
            assertThat(state("one")).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void whileSecretsChangeEitherOfTheTwoVerifies() throws IOException {
        try (var receiver = receiver(KUNMING)) {
            endpoints.put(KUNMING, new Endpoint(receiver.url(), List.of(SECRET, NEXT_SECRET)));
            put(KUNMING, KUNMING_CITY, "one");
            work();

            var one = receiver.received().getFirst();
            assertThat(one.isSignedWith(SECRET)).isTrue();
            assertThat(one.isSignedWith(NEXT_SECRET)).isTrue();
        }
    }

    @Test
    void anErrorASilenceAndAClosedConnectionAreTriedAgainWithTheSameIdAndBytes() throws IOException {
        try (var receiver = receiver(
                KUNMING,
                Receiver.status(500),
                Receiver.after(7_000, Receiver.status(204)),
                Receiver.trickle(),
                Receiver.hangUp())) {
            put(KUNMING, KUNMING_CITY, "one");
            for (var i = 0; i < 5; i++) {
                work();
                clock.forward(Duration.ofHours(1));
            }

            assertThat(state("one")).isEqualTo(DeliveryState.DELIVERED);
            assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(receiver.received())
                    .extracting(Receiver.Received::id)
                    .containsOnly(delivery("one").notice().id());
            assertThat(receiver.received())
                    .extracting(Receiver.Received::body)
                    .containsOnly(receiver.received().getFirst().body());
            assertThat(delivery("one").tries()).isEqualTo(5);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (var trap = Receiver.start();
                var receiver = receiver(
                        KUNMING, Receiver.status(307, "Location", trap.url().toString()))) {
            put(KUNMING, KUNMING_CITY, "one");
            work();

            assertThat(receiver.received()).hasSize(1);
            assertThat(trap.received()).isEmpty();
            assertThat(delivery("one").lastError()).contains("HTTP 307: a redirect, which is not followed");
        }
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAlone() throws IOException {
        try (var receiver = receiver(KUNMING, Receiver.status(429, "Retry-After", "600"))) {
            put(KUNMING, KUNMING_CITY, "one");
            work();
            clock.forward(Duration.ofSeconds(599));
            work();
            assertThat(receiver.received()).hasSize(1);

            clock.forward(Duration.ofSeconds(1));
            work();
            assertThat(state("one")).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void anAddressThatIsGoneIsPausedUntilSomebodyReplaysOrItChanges() throws IOException {
        try (var receiver = receiver(KUNMING, Receiver.status(410), Receiver.status(410))) {
            var notice = put(KUNMING, KUNMING_CITY, "one");
            work();
            clock.forward(Duration.ofHours(2));
            work();
            assertThat(receiver.received()).hasSize(1);
            assertThat(told).containsExactly("paused kunming");

            deliveries.replay(Scope.ALL, notice.id(), clock.instant());
            work();
            assertThat(receiver.received()).hasSize(2);

            try (var moved = receiver(KUNMING)) {
                clock.forward(Duration.ofHours(2));
                work();
                assertThat(moved.received()).hasSize(1);
                assertThat(state("one")).isEqualTo(DeliveryState.DELIVERED);
            }
        }
    }

    @Test
    void afterThreeDaysItIsGivenUpAndTheOfficeIsToldAndAReplayBeginsAnew() throws IOException {
        try (var receiver = receiver(KUNMING, Receiver.status(500), Receiver.status(500))) {
            var notice = put(KUNMING, KUNMING_CITY, "one");
            work();
            clock.forward(Duration.ofDays(2));
            work();
            clock.forward(Duration.ofDays(1));
            work();

            assertThat(state("one")).isEqualTo(DeliveryState.GIVEN_UP);
            assertThat(delivery("one").lastError()).contains("HTTP 500");
            assertThat(told).containsExactly("gave up " + notice.id());

            assertThat(deliveries.replay(Scope.ALL, notice.id(), clock.instant()))
                    .isPresent();
            work();
            assertThat(state("one")).isEqualTo(DeliveryState.DELIVERED);
            assertThat(receiver.received()).extracting(Receiver.Received::id).containsOnly(notice.id());
        }
    }

    @Test
    void whatConcernsOneUnitComesInOrderAndHoldsUpNoOtherUnitAndNoOtherSource() throws IOException {
        try (var kunming = receiver(KUNMING, Receiver.status(500));
                var honghe = receiver(HONGHE)) {
            put(KUNMING, KUNMING_CITY, "first");
            put(KUNMING, KUNMING_CITY, "second");
            put(KUNMING, QUJING, "other");
            put(HONGHE, new Sender("532500"), "elsewhere");
            work();
            assertThat(bodies(kunming)).containsExactly("first", "other");
            assertThat(bodies(honghe)).containsExactly("elsewhere");

            clock.forward(Duration.ofHours(1));
            work();
            assertThat(bodies(kunming)).containsExactly("first", "other", "first", "second");
        }
    }

    @Test
    void nobodyIsRemindedAtNight() throws IOException {
        try (var receiver = receiver(KUNMING)) {
            clock.forward(Duration.ofHours(12));
            outbox.put(Notice.of(
                    new Topic(KUNMING, NoticeKind.REMINDER, "night", Optional.of(KUNMING_CITY), Optional.empty()),
                    "reminder.overdue",
                    Map.of("submission", "night"),
                    clock.instant(),
                    clock.instant().plus(PATIENCE)));
            put(KUNMING, QUJING, "verdict");
            work();
            assertThat(bodies(receiver)).containsExactly("verdict");

            clock.forward(Duration.ofHours(11));
            work();
            assertThat(bodies(receiver)).containsExactly("verdict", "night");
        }
    }

    @Test
    void anAddressOfOurOwnHouseIsNotCalledUnlessTheOperatorListsIt() throws IOException {
        try (var receiver = receiver(KUNMING)) {
            put(KUNMING, KUNMING_CITY, "one");
            work(drain(List.of()));

            assertThat(receiver.received()).isEmpty();
            assertThat(delivery("one").lastError().orElseThrow()).contains("jianxi.webhooks.hosts");
        }
    }

    @Test
    void aWrongSecretIsSaidAndNotRepeated() throws IOException {
        try (var receiver = receiver(KUNMING)) {
            endpoints.put(KUNMING, new Endpoint(receiver.url(), List.of("whsec_c2hvcnQ=")));
            put(KUNMING, KUNMING_CITY, "one");
            work();

            assertThat(receiver.received()).isEmpty();
            assertThat(delivery("one").lastError()).contains("the secret must be 24 to 64 bytes in base64");
        }
    }

    @Test
    void theSameFactIsToldOnceAndWhatIsSaidNeverChanges() {
        put(KUNMING, KUNMING_CITY, "one");
        put(KUNMING, KUNMING_CITY, "one");

        assertThat(deliveries.newest(Scope.ALL, Optional.empty(), 10)).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("update notice set body = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from notice").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aSourceSeesItsOwnAndAKeyOfOneUnitThatUnitsOnly() {
        var mine = put(KUNMING, KUNMING_CITY, "mine");
        var sisters = put(KUNMING, QUJING, "sisters");
        put(HONGHE, new Sender("532500"), "theirs");
        var kunming = new Scope(Optional.of(KUNMING), List.of(KUNMING_CITY));

        assertThat(deliveries.newest(kunming, Optional.empty(), 10))
                .extracting(one -> one.notice().id())
                .containsExactly(mine.id());
        assertThat(deliveries.find(kunming, sisters.id())).isEmpty();
        assertThat(deliveries.replay(kunming, sisters.id(), clock.instant())).isEmpty();
        assertThat(deliveries.newest(Scope.ALL, Optional.of(DeliveryState.DELIVERED), 10))
                .isEmpty();
        assertThat(deliveries.newest(Scope.ALL, Optional.of(DeliveryState.WAITING), 10))
                .hasSize(3);
    }

    private Receiver receiver(SourceId source, Receiver.Behaviour... first) throws IOException {
        var receiver = Receiver.start(first);
        endpoints.put(source, new Endpoint(receiver.url(), List.of(SECRET)));
        return receiver;
    }

    private Notice put(SourceId source, Sender sender, String submission) {
        var notice = Notice.of(
                new Topic(
                        source,
                        NoticeKind.VERDICT,
                        "verdict/" + submission,
                        Optional.of(sender),
                        Optional.of(Period.of("2023-06"))),
                "verdict.accepted",
                Map.of("submission", submission),
                clock.instant(),
                clock.instant().plus(PATIENCE));
        outbox.put(notice);
        return notice;
    }

    private void work() {
        work(drain);
    }

    private static void work(NoticeDrain drain) {
        drain.tidy();
        var due = drain.next();
        while (due.isPresent()) {
            due.get().run();
            due = drain.next();
        }
    }

    private NoticeDrain drain(List<String> hosts) {
        var office = new NoticeDrain.Office() {
            @Override
            public Optional<Endpoint> endpointOf(SourceId source) {
                return Optional.ofNullable(endpoints.get(source));
            }

            @Override
            public void gaveUp(NoticeDelivery delivery) {
                told.add("gave up " + delivery.notice().id());
            }

            @Override
            public void paused(SourceId source) {
                told.add("paused " + source);
            }
        };
        var backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), new Random(1));
        return new NoticeDrain(
                outbox,
                new Pauses(jdbc),
                new HttpWebhookChannel(Duration.ofSeconds(4), hosts, clock),
                office,
                new NoticeDrain.Pace(backoff, new DayTime(ZoneId.of("Asia/Shanghai")), clock));
    }

    private DeliveryState state(String submission) {
        return delivery(submission).state();
    }

    private NoticeDelivery delivery(String submission) {
        return deliveries.newest(Scope.ALL, Optional.empty(), 100).stream()
                .filter(one -> one.notice().topic().subject().equals("verdict/" + submission))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> bodies(Receiver receiver) {
        return receiver.received().stream()
                .map(one -> one.body().replaceAll(".*\"submission\":\"([a-z]+)\".*", "$1"))
                .toList();
    }
}
