package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.NOW;
import static org.jianxi.gateway.flow.TestGateway.delivery;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.BacklogWork.Held;
import org.jianxi.gateway.flow.BacklogWork.Worded;
import org.jianxi.gateway.intake.Rights;
import org.jianxi.gateway.ledger.Verdict;
import org.jianxi.gateway.ledger.WaitingDelivery.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is kept first and decided afterwards: as if its call had waited, once, and whatever happens in between. */
class BacklogTest {

    private static final String HOLDER = "kunming-hr";
    private static final Rights AS_BEFORE = (holder, source) -> Set.of(new Sender("530100"), new Sender("530300"));

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder);
    }

    @Test
    void whatWasKeptIsDecidedUnderItsIdWithTheVeryAnswerOfItsCall() {
        var id = keep(goodReturn("530100", 3127), Optional.of("june"));
        assertThat(gateway.ledger.submissions().find(id)).isEmpty();
        assertThat(progress(id)).isEqualTo(State.RECEIVED);

        workOff(AS_BEFORE);

        var submission = gateway.ledger.submissions().find(id).orElseThrow();
        assertThat(submission.isAccepted()).isTrue();
        assertThat(submission.arrival().idempotencyKey()).contains("june");
        assertThat(submission.arrival().receivedAt()).isEqualTo(NOW);
        assertThat(submission.arrival().said().orElseThrow().speaksFor()).containsExactly(new Sender("530100"));
        assertThat(gateway.ledger.receipts().find(id)).isPresent();
        assertThat(progress(id)).isEqualTo(State.DECIDED);
        assertThat(answer(id)).isEqualTo("accepted " + id);
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void whatMayNotStandIsRefusedWithEveryFinding() {
        var id = keep(goodReturn("530100", 3127).replace("\"8\": 410", "\"8\": 41"), Optional.empty());

        workOff(AS_BEFORE);

        assertThat(rulesOf(id)).containsExactly("L-8");
        assertThat(answer(id)).isEqualTo("CONTENT L-8");
    }

    @Test
    void theSameBytesWhileInWorkAreTheSameDeliveryAndAfterwardsTheReceipt() {
        var first = keep(goodReturn("530100", 1), Optional.of("a"));

        assertThat(keep(goodReturn("530100", 1), Optional.of("a"))).isEqualTo(first);
        assertThat(keep(goodReturn("530100", 1), Optional.empty())).isEqualTo(first);
        assertThat(keep(goodReturn("530100", 2), Optional.empty())).isNotEqualTo(first);

        workOff(AS_BEFORE);
        var again = gateway.backlog.keep(delivery("530100", goodReturn("530100", 2), Optional.empty()), HOLDER);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Deferred.Answered.class,
                        answered -> assertThat(answered.outcome())
                                .isInstanceOfSatisfying(
                                        Outcome.Accepted.class,
                                        accepted ->
                                                assertThat(accepted.replay()).isTrue()));
    }

    @Test
    void aHundredIdenticalCallsAtOnceAreKeptOnce() throws Exception {
        var ids = new ArrayList<Future<String>>();
        try (var callers = Executors.newFixedThreadPool(20)) {
            IntStream.range(0, 100)
                    .forEach(call -> ids.add(callers.submit(() -> keep(goodReturn("530100", 7), Optional.of("one")))));
        }

        var distinct = new ArrayList<String>();
        for (var id : ids) {
            distinct.add(id.get());
        }
        assertThat(distinct.stream().distinct()).hasSize(1);
    }

    @Test
    void anIdempotencyKeyInWorkStandsForItsBytesAtEveryDoor() {
        keep(goodReturn("530100", 1), Optional.of("once"));

        var kept = gateway.backlog.keep(delivery("530100", goodReturn("530100", 2), Optional.of("once")), HOLDER);
        var atOnce = gateway.push("530100", goodReturn("530100", 3), "once");

        assertThat(((Deferred.Answered) kept).outcome()).satisfies(BacklogTest::isKeyReused);
        assertThat(atOnce).satisfies(BacklogTest::isKeyReused);
    }

    @Test
    void whatStoodAlreadyWhenItWasReadIsTheEarlierSubmission() {
        var id = keep(goodReturn("530100", 1), Optional.empty());
        var atOnce = (Outcome.Accepted) gateway.push("530100", goodReturn("530100", 1));

        workOff(AS_BEFORE);

        assertThat(gateway.ledger.submissions().find(id)).isEmpty();
        assertThat(gateway.ledger.waiting().answer(id).orElseThrow().submission())
                .isEqualTo(atOnce.submissionId());
        assertThat(answer(id)).isEqualTo("accepted " + atOnce.submissionId());
    }

    @Test
    void aRightThatWasWithdrawnMeanwhileCountsAndTheBytesAreKept() {
        var body = goodReturn("530100", 1);
        var id = keep(body, Optional.empty());

        workOff((holder, source) -> holder.equals(HOLDER) ? Set.of(new Sender("530300")) : Set.of());

        assertThat(rulesOf(id)).containsExactly("P-ACCESS");
        assertThat(answer(id)).isEqualTo("NOT_YOURS P-ACCESS");
        var digest =
                gateway.ledger.submissions().find(id).orElseThrow().arrival().digest();
        assertThat(gateway.ledger.submissions().content(digest)).contains(body.getBytes(UTF_8));
        assertThat(gateway.ledger.log().find("rejection", id)).isPresent();
    }

    @Test
    void aSourceThatWasSwitchedOffMeanwhileDeliversNothing() throws IOException {
        var id = keep(goodReturn("530100", 1), Optional.empty());
        var file = folder.resolve("mappings/kunming/source.yaml");
        Files.writeString(file, Files.readString(file) + "active: false\n");
        gateway.sources.reread();
        gateway.sources.reread();

        workOff(AS_BEFORE);

        assertThat(rulesOf(id)).containsExactly("P-SOURCE-INACTIVE");
    }

    @Test
    void whatFailsForAReasonOfOursIsTriedAgainAndMakesNoEntryMeanwhile() {
        var id = keep(goodReturn("530100", 1), Optional.empty());
        var failures = new AtomicInteger(3);
        Rights failing = (holder, source) -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the keys are away");
            }
            return AS_BEFORE.of(holder, source);
        };

        workOff(failing);

        assertThat(gateway.ledger.submissions().find(id).orElseThrow().isAccepted())
                .isTrue();
        assertThat(gateway.ledger.waiting().progress(id).tries()).isEqualTo(4);
        assertThat(gateway.ledger.log().size()).isEqualTo(1);
    }

    @Test
    void aNodeThatDiesLosesWhatItHeldAndALateVerdictOfItsIsUndone() {
        var id = keep(goodReturn("530100", 1), Optional.empty());
        var waiting = gateway.ledger.waiting();
        var dead = waiting.claimDue(NOW).orElseThrow();
        assertThat(progress(id)).isEqualTo(State.WORKING);
        assertThat(waiting.claimDue(NOW.plusSeconds(14))).isEmpty();

        var heir = waiting.claimDue(NOW.plusSeconds(15)).orElseThrow();
        gateway.work(AS_BEFORE).decide(new Held(dead), BacklogTest::worded);
        assertThat(gateway.ledger.submissions().find(id)).isEmpty();

        gateway.work(AS_BEFORE).decide(new Held(heir), BacklogTest::worded);
        assertThat(gateway.ledger.submissions().find(id)).isPresent();
        assertThat(gateway.ledger.log().size()).isEqualTo(1);
    }

    @Test
    void twoNodesDecideEachDeliveryOnce() throws Exception {
        var ids = IntStream.range(0, 24)
                .mapToObj(number -> keepOf(number % 2 == 0 ? "530100" : "530300", number))
                .toList();
        var nodes = List.of(gateway.work(AS_BEFORE), gateway.work(AS_BEFORE));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<?>>();
            for (var thread = 0; thread < 4; thread++) {
                var node = nodes.get(thread % 2);
                done.add(threads.submit(() -> workOff(node)));
            }
            for (var one : done) {
                one.get();
            }
        }

        assertThat(ids)
                .allSatisfy(id -> assertThat(gateway.ledger
                                .submissions()
                                .find(id)
                                .orElseThrow()
                                .isAccepted())
                        .isTrue());
        assertThat(gateway.ledger.log().size()).isEqualTo(24);
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void whatChangesWhileItWaitsCountsAndTheVerdictNamesIt() throws IOException {
        var mapping = Path.of("mappings/honghe/monthly-return.yaml");
        var home = Files.createDirectories(folder.resolve("home"));
        copyOfHonghe(home);
        var other = new TestGateway(home);
        var csv = Files.readAllBytes(Path.of("mappings/honghe/samples/2023-06-honghe.in.csv"));
        var one = (Deferred.Waiting) other.backlog.keep(honghe(csv), HOLDER);
        Files.writeString(home.resolve(mapping), Files.readString(mapping) + "# read differently now\n");
        other.mappings.reread();
        other.mappings.reread();
        var now = MappingShelf.find(
                        other.mappings.register().standing(),
                        new SourceId("honghe"),
                        Delivery.MONTHLY_RETURN,
                        honghe(csv).mediaType())
                .orElseThrow();

        workOff(other.work((holder, source) -> Set.of(new Sender("532500"))));

        var decision = other.ledger.submissions().find(one.id()).orElseThrow().decision();
        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(decision.versions().mapping()).isEqualTo(now.digest().hex());
    }

    private String keep(String content, Optional<String> key) {
        return ((Deferred.Waiting) gateway.backlog.keep(delivery("530100", content, key), HOLDER)).id();
    }

    private String keepOf(String sender, int inPost) {
        var one = delivery(sender, goodReturn(sender, inPost), Optional.empty());
        return ((Deferred.Waiting) gateway.backlog.keep(one, HOLDER)).id();
    }

    /** As honghe's own system would push its own format. */
    private static Delivery honghe(byte[] csv) {
        return new Delivery(
                new SourceId("honghe"),
                Set.of(new Sender("532500")),
                Door.HTTP_PUSH,
                Delivery.MONTHLY_RETURN,
                Optional.of(Period.of("2023-06")),
                MediaType.CSV,
                Optional.empty(),
                csv,
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private static void copyOfHonghe(Path home) throws IOException {
        for (var from : List.of(Path.of("mappings/honghe"), Path.of("schemas"))) {
            try (var files = Files.walk(from)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(home.resolve(file.toString()).getParent());
                    Files.copy(file, home.resolve(file.toString()));
                }
            }
        }
        // the test's own gateway looks for this folder before it makes one
        Files.createDirectories(home.resolve("mappings/kunming"));
    }

    private void workOff(Rights rights) {
        workOff(gateway.work(rights));
    }

    private static void workOff(BacklogWork work) {
        for (var due = work.next(); due.isPresent(); due = work.next()) {
            work.decide(due.get(), BacklogTest::worded);
        }
    }

    private static Worded worded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> new Worded(201, ("accepted " + accepted.submissionId()).getBytes(UTF_8));
            case Outcome.Returned returned ->
                new Worded(
                        422,
                        (returned.refusal() + " "
                                        + returned.findings().getFirst().rule())
                                .getBytes(UTF_8));
            case Outcome.Unfinished unfinished -> throw new IllegalStateException(unfinished.reason());
        };
    }

    private String answer(String id) {
        return new String(gateway.ledger.waiting().answer(id).orElseThrow().body(), UTF_8);
    }

    private State progress(String id) {
        return gateway.ledger.waiting().progress(id).state();
    }

    private List<String> rulesOf(String id) {
        var submission = gateway.ledger.submissions().find(id).orElseThrow();
        assertThat(submission.decision().verdict()).isEqualTo(Verdict.REJECTED);
        return FindingJson.read(
                        JsonMapper.shared().readTree(submission.decision().findings()))
                .stream()
                .map(Finding::rule)
                .toList();
    }

    private static void isKeyReused(Outcome outcome) {
        assertThat(((Outcome.Returned) outcome).refusal()).isEqualTo(Outcome.Refusal.KEY_REUSED);
    }
}
