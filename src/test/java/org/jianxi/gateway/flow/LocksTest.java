package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FindingJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever holds a delivery up is named, with the facts that decide it; and what is let in says what follows. */
class LocksTest {

    private static final Path VERSIONS = Path.of("src/test/resources/versions");
    private static final Period JUNE = Period.of("2023-06");
    private static final Instant DAY_AFTER = Instant.parse("2023-07-05T01:00:00Z");

    @TempDir
    private Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder);
    }

    @Test
    void inTimeAndBeforeEverythingNoLockIsMet() {
        assertThat(locked(accepted(gateway.push("530100", TestGateway.goodReturn("530100", 3127)))))
                .isEmpty();
    }

    @Test
    void afterTheDeadlineItIsAcceptedAndToldThatItIsLate() {
        var late = locked(accepted(gateway.pushAt(DAY_AFTER, "530100", TestGateway.goodReturn("530100", 3127))));

        assertThat(late).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("P-LATE");
            assertThat(one.severity()).isEqualTo(Severity.INFO);
            assertThat(one.lock())
                    .isEqualTo(Lock.of(
                            Lock.Kind.DEADLINE,
                            Map.of("deadline", "2023-07-04T16:00:00Z", "receivedAt", "2023-07-05T01:00:00Z")));
        });
    }

    @Test
    void afterTheApprovalItIsAcceptedAndTheApprovalLapses() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        approve();
        var changed = locked(accepted(gateway.push("530100", TestGateway.goodReturn("530100", 3126))));

        assertThat(changed).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("P-AFTER-APPROVAL");
            assertThat(lock(one).kind()).isEqualTo(Lock.Kind.APPROVED);
            assertThat(lock(one).facts()).containsEntry("approvedAt", TestGateway.NOW.toString());
            assertThat(one.message().toString()).doesNotContain("officer-a");
        });
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.NotNow.class);
    }

    @Test
    void afterTheFilingItIsAcceptedAndSaidToBecomeACorrection() {
        gateway.push("530100", TestGateway.goodReturn("530100", 3127));
        approve();
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
        var changed = locked(accepted(gateway.push("530100", TestGateway.goodReturn("530100", 3126))));

        assertThat(changed).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo("P-AFTER-FILING");
            assertThat(lock(one).kind()).isEqualTo(Lock.Kind.FILED);
            assertThat(lock(one).facts())
                    .containsEntry("message", "530000-2023-06-1")
                    .containsEntry("correction", "1");
        });
    }

    @Test
    void anOlderVersionOfTheCanonicalFormIsTakenWithItsDayAndRefusedAfterIt() throws IOException {
        try (var files = Files.walk(VERSIONS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve("definitions").resolve(VERSIONS.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var both = new TestGateway(folder);
        var document = TestGateway.goodReturn("530100", 3127);

        assertThat(locked(accepted(both.push("530100", document))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rule()).isEqualTo("S-VERSION-OLD");
                    assertThat(lock(one).facts()).containsEntry("acceptedUntil", "2023-09-30");
                });
        var newer = document.replace("\"period\"", "\"version\": 2, \"month\"");
        assertThat(locked(accepted(both.push("530100", newer)))).isEmpty();

        var closed = returned(
                both.pushAt(Instant.parse("2023-09-30T16:00:00Z"), "530300", document.replace("530100", "530300")));
        assertThat(closed.findings())
                .filteredOn(one -> one.rule().startsWith("S-VERSION"))
                .extracting(Finding::rule)
                .containsExactly("S-VERSION-CLOSED");
    }

    @Test
    void beforeItsMonthIsOverItIsToldWhenItOpens() {
        var early = returned(gateway.pushAt(
                Instant.parse("2023-06-30T15:59:59Z"), "530100", TestGateway.goodReturn("530100", 3127)));

        assertThat(early.findings())
                .filteredOn(one -> one.rule().equals("P-MONTH-NOT-OVER"))
                .singleElement()
                .satisfies(one -> assertThat(lock(one))
                        .isEqualTo(Lock.of(
                                Lock.Kind.PERIOD, Map.of("period", "2023-06", "opensAt", "2023-06-30T16:00:00Z"))));
    }

    @Test
    void ofAMonthBeforeTheFirstFormItIsToldWhichMonthIsTheFirst() {
        var old = returned(push("2022-11", in("2022-11")));

        assertThat(old.findings()).extracting(Finding::rule).contains("P-FORM-PERIOD", "P-YEAR-CLOSED");
        assertThat(old.findings())
                .filteredOn(one -> one.rule().equals("P-FORM-PERIOD"))
                .singleElement()
                .satisfies(one -> assertThat(lock(one).facts()).containsEntry("firstPeriod", "2023-01"));
        assertThat(old.findings())
                .filteredOn(one -> one.rule().equals("P-YEAR-CLOSED"))
                .singleElement()
                .satisfies(one -> assertThat(lock(one).facts()).containsEntry("closedThrough", "2022"));
    }

    @Test
    void ofAnotherMonthThanItWasDeliveredForBothAreNamed() {
        var other = returned(push("2023-05", in("2023-06")));

        assertThat(other.findings())
                .filteredOn(one -> one.rule().equals("P-PERIOD"))
                .singleElement()
                .satisfies(one -> assertThat(lock(one))
                        .isEqualTo(Lock.of(Lock.Kind.PERIOD, Map.of("document", "2023-06", "delivered", "2023-05"))));
    }

    @Test
    void forAnotherUnitTheAreaIsTheLock() {
        var foreign = returned(gateway.push("530100", TestGateway.goodReturn("530300", 3127)));

        assertThat(foreign.refusal()).isEqualTo(Outcome.Refusal.NOT_YOURS);
        assertThat(foreign.findings())
                .filteredOn(one -> one.rule().equals("P-SENDER"))
                .singleElement()
                .satisfies(one -> assertThat(lock(one))
                        .isEqualTo(Lock.of(Lock.Kind.AREA, Map.of("document", "530300", "delivered", "530100"))));
    }

    @Test
    void anIdempotencyKeyUsedBeforeNamesTheSubmissionItWasUsedFor() {
        var first = (Outcome.Accepted) gateway.push("530100", TestGateway.goodReturn("530100", 3127), "key-1");
        var second = returned(gateway.push("530100", TestGateway.goodReturn("530100", 3126), "key-1"));

        assertThat(second.findings()).singleElement().satisfies(one -> {
            assertThat(lock(one).kind()).isEqualTo(Lock.Kind.IDEMPOTENCY_KEY);
            assertThat(lock(one).facts()).containsEntry("submission", first.submissionId());
        });
    }

    @Test
    void aReplayGivesBackTheLocksItWasToldOfTheFirstTime() {
        var body = TestGateway.goodReturn("530100", 3127);
        var first = (Outcome.Accepted) gateway.pushAt(DAY_AFTER, "530100", body);
        var again = (Outcome.Accepted) gateway.pushAt(DAY_AFTER, "530100", body);

        assertThat(again.replay()).isTrue();
        assertThat(FindingJson.list(again.findings())).isEqualTo(FindingJson.list(first.findings()));
        assertThat(FindingJson.list(again.findings()).toString()).contains("\"lock\":\"deadline\"");
    }

    private Outcome push(String period, String content) {
        return gateway.submissions.receive(new Delivery(
                new SourceId("kunming"),
                Set.of(new Sender("530100")),
                Door.HTTP_PUSH,
                Delivery.MONTHLY_RETURN,
                Optional.of(Period.of(period)),
                MediaType.JSON,
                Optional.empty(),
                content.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));
    }

    private static String in(String period) {
        return TestGateway.goodReturn("530100", 3127).replace("2023-06", period);
    }

    private void approve() {
        var gaps = gateway.provincial.standing(JUNE).gaps();
        assertThat(gateway.monthEnd.approve(JUNE, "officer-a", gaps)).isInstanceOf(Step.Done.class);
    }

    private static List<Finding> accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).findings();
    }

    private static Outcome.Returned returned(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Returned.class);
        return (Outcome.Returned) outcome;
    }

    private static List<Finding> locked(List<Finding> findings) {
        return findings.stream().filter(one -> one.lock() != null).toList();
    }

    private static Lock lock(Finding finding) {
        var lock = finding.lock();
        assertThat(lock).isNotNull();
        return lock;
    }
}
