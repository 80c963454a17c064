package org.jianxi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.flow.people.Manifest;
import org.jianxi.gateway.mapping.Trainees;
import org.jianxi.gateway.signing.MerkleTree;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Batches of trainees and placements on their way into the ledger. */
class RecordFlowTest {

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder);
    }

    @Test
    void anAcceptedBatchHasAManifestARevisionAReceiptAndOneSealedLeafForEachRecord() {
        var accepted = accepted(push("trainees", graduates(1, 2, 3)));

        var stored = gateway.ledger.submissions().find(accepted.submissionId()).orElseThrow();
        var manifest = Manifest.read(stored.decision().canonical().orElseThrow());
        assertThat(manifest.records()).isEqualTo(3);
        assertThat(manifest.revision()).isEqualTo(1);
        var leaves = gateway.jdbc
                .sql("select leaf_hash from person_record where submission = :id order by number")
                .param("id", stored.id())
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(manifest.root()).isEqualTo(Digest.of(MerkleTree.sm3().root(leaves)));
        assertThat(new String(accepted.receipt().content(), UTF_8))
                .contains("\"dataset\":\"trainees\"", "\"revision\":1", "\"late\":false", "\"deadline\":\"\"");
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void theManifestKeepsItsSchema() {
        var accepted = accepted(push("trainees", graduates(1, 2)));

        var written = gateway.ledger
                .submissions()
                .find(accepted.submissionId())
                .flatMap(one -> one.decision().canonical())
                .orElseThrow();
        FileSchema.read(Path.of("schemas/record-manifest.schema.json"))
                .check(YamlFile.parse("manifest", new String(written, UTF_8)));
    }

    @Test
    void theSameBytesGiveTheOriginalReceiptAndOthersTheNextRevision() {
        var first = accepted(push("trainees", graduates(1, 2)));
        var again = accepted(push("trainees", graduates(1, 2)));
        var other = accepted(push("trainees", graduates(1, 2, 3)));

        assertThat(again.replay()).isTrue();
        assertThat(again.receipt().cms()).isEqualTo(first.receipt().cms());
        assertThat(gateway.ledger
                        .submissions()
                        .find(other.submissionId())
                        .orElseThrow()
                        .revision())
                .isEqualTo(2);
        assertThat(count("select count(*) from person_current")).isEqualTo(3);
    }

    @Test
    void aHundredPushesOfTheSameBatchAtOnceKeepItOnce() {
        try (var pushers = Executors.newFixedThreadPool(8)) {
            for (var push = 0; push < 100; push++) {
                pushers.submit(() -> push("trainees", graduates(1, 2)));
            }
        }

        assertThat(count("select count(*) from submission")).isOne();
        assertThat(count("select count(*) from person_record")).isEqualTo(2);
    }

    @Test
    void anIdempotencyKeyStandsForOneContentAndIsNotKeptAsItCame() {
        var key = Optional.of("530102200103150022");
        var first = accepted(gateway.submissions.receive(delivery("trainees", graduates(1), key)));
        var again = accepted(gateway.submissions.receive(delivery("trainees", graduates(1), key)));
        var other = (Outcome.Returned) gateway.submissions.receive(delivery("trainees", graduates(2), key));

        assertThat(again.submissionId()).isEqualTo(first.submissionId());
        assertThat(other.refusal()).isEqualTo(Outcome.Refusal.KEY_REUSED);
        assertThat(count("select count(*) from submission where idempotency_key = '530102200103150022'"))
                .isZero();
    }

    @Test
    void oneBadRecordRefusesAllWhereTheSourceSaysNothingElse() {
        var batch = graduates(1, 2, 3);
        record(batch, 1).remove("name");

        var returned = (Outcome.Returned) push("trainees", batch);

        assertThat(returned.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("F-REQUIRED");
            assertThat(finding.at().record()).isEqualTo(2);
        });
        assertThat(count("select count(*) from person_record")).isZero();
        assertThat(gateway.ledger.log().find("rejection", returned.submissionId()))
                .isPresent();
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void goodRecordsStandWithoutTheBadOnesWhereTheSourceSaysSo() {
        var batch = Trainees.batch("placements", Trainees.placement(1), Trainees.placement(2), Trainees.placement(3));
        record(batch, 1).put("status", "nowhere");

        var accepted = accepted(push("placements", batch));

        assertThat(accepted.findings()).extracting(Finding::rule).contains("P-SET-ASIDE");
        assertThat(accepted.findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> assertThat(finding.at().record()).isEqualTo(2));
        var stored = gateway.ledger.submissions().find(accepted.submissionId()).orElseThrow();
        var manifest = Manifest.read(stored.decision().canonical().orElseThrow());
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(manifest.setAside()).isOne();
        assertThat(gateway.jdbc
                        .sql("select number from person_record order by number")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 3L);
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void aBatchOfBadRecordsOnlyAndOneThatIsBrokenAreRefusedEvenThere() {
        var batch = Trainees.batch("placements", Trainees.placement(1));
        record(batch, 0).remove("status");

        assertThat(((Outcome.Returned) push("placements", batch)).findings())
                .extracting(Finding::rule)
                .contains("P-NONE-LEFT");
        var cut = batch.toString().substring(0, 300);
        assertThat(gateway.submissions.receive(delivery("placements", cut.getBytes(UTF_8), Optional.empty())))
                .isInstanceOf(Outcome.Returned.class);
        assertThat(count("select count(*) from person_record")).isZero();
    }

    @Test
    void ofAMillionFindingsAPartIsKeptAndTheRestIsCounted() {
        var records = IntStream.rangeClosed(1, 5_000)
                .mapToObj(number ->
                        Trainees.graduate(1).put("traineeId", "T-" + number).put("sex", "none"))
                .toArray(ObjectNode[]::new);

        var returned = (Outcome.Returned) push("trainees", Trainees.batch("trainees", records));

        assertThat(returned.findings()).hasSize(2_001);
        assertThat(returned.findings().getLast().rule()).isEqualTo("S-MORE-FINDINGS");
        assertThat(returned.findings().getLast().message().en()).startsWith("3000 more");
    }

    @Test
    void whoSpeaksForAnotherSenderIsRefusedAndItsRecordsAreNotKept() {
        var batch = graduates(1).put("sender", "530300");

        var returned = (Outcome.Returned) gateway.submissions.receive(
                delivery("trainees", batch.toString().getBytes(UTF_8), Optional.empty(), Set.of("530100", "530400")));

        assertThat(returned.refusal()).isEqualTo(Outcome.Refusal.NOT_YOURS);
        assertThat(count("select count(*) from person_record")).isZero();
    }

    @Test
    void aTrialKeepsNothing() {
        var trial = gateway.submissions.dryRun(delivery("trainees", graduates(1, 2), Optional.empty()));

        assertThat(trial.refusal()).isEmpty();
        assertThat(count("select (select count(*) from received_content) + (select count(*) from person_record)"))
                .isZero();
    }

    @Test
    void aBatchThatIsDecidedLaterIsTheSame() {
        var delivery = delivery("trainees", graduates(1, 2), Optional.of("k-1"));

        assertThat(gateway.backlog.takes(delivery)).isTrue();
        var waiting = (Deferred.Waiting) gateway.backlog.keep(delivery, "kunming");
        assertThat(count("select count(*) from received_content where seal_key is not null"))
                .isOne();
        var work = gateway.work((holder, source) -> Set.of(new Sender("530100")));
        work.decide(work.next().orElseThrow(), outcome -> new BacklogWork.Worded(201, "{}".getBytes(UTF_8)));

        assertThat(gateway.ledger.submissions().find(waiting.id()).orElseThrow().isAccepted())
                .isTrue();
        assertThat(count("select count(*) from person_record")).isEqualTo(2);
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void whatCameIsSealedAndOpensByteForByte() {
        var batch = graduates(1);
        var accepted = accepted(push("trainees", batch));

        var stored = gateway.ledger.submissions().find(accepted.submissionId()).orElseThrow();
        assertThat(gateway.ledger.submissions().content(stored.arrival().digest()))
                .contains(batch.toString().getBytes(UTF_8));
        assertThat(count("select count(*) from received_content where seal_key is null"))
                .isZero();
    }

    @Test
    void aLargeBodyIsPackedBeforeItIsSealedAndOpensByteForByte() {
        var batch = graduates(IntStream.rangeClosed(1, 40).toArray());
        accepted(push("trainees", batch));
        var bytes = batch.toString().getBytes(UTF_8);

        assertThat(gateway.ledger.submissions().content(Sm3.of(bytes))).contains(bytes);
        assertThat(count("select octet_length(bytes) from received_content where packing = 'zlib'"))
                .isLessThan(bytes.length / 3);
        assertThat(gateway.guard.full(done -> {})).isEmpty();

        assertThatThrownBy(() -> gateway.jdbc
                        .sql("update received_content set packing = null")
                        .update())
                .rootCause()
                .hasMessageContaining("erased or stays as it is");
    }

    @Test
    void recordsThatASenderCallsAReturnLieSealedToo() {
        var batch = graduates(1).toString();
        gateway.push("530100", batch);

        assertThat(count("select count(*) from received_content where seal_key is null"))
                .isZero();
        assertThat(count("select count(*) from received_content where position('1101'::bytea in bytes) > 0"))
                .isZero();
        assertThat(gateway.ledger.submissions().content(Sm3.of(batch.getBytes(UTF_8))))
                .contains(batch.getBytes(UTF_8));
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void bytesThatCameAsAReturnGoInTimeOnceTheyComeAsRecords() {
        var batch = graduates(1).toString();
        gateway.push("530100", batch);
        assertThat(count("select count(*) from received_content where personal_until is null"))
                .isOne();

        push("trainees", graduates(1));

        assertThat(count("select count(*) from received_content where personal_until is null"))
                .isZero();
        assertThat(gateway.ledger.submissions().content(Sm3.of(batch.getBytes(UTF_8))))
                .contains(batch.getBytes(UTF_8));
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void bytesThatWentWithTheirDayComeBackForEverAsAReturn() {
        var batch = graduates(1).toString();
        push("trainees", graduates(1));
        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(3 * 366))).eraseDue();
        assertThat(gateway.ledger.submissions().content(Sm3.of(batch.getBytes(UTF_8))))
                .isEmpty();

        gateway.push("530100", batch);

        assertThat(gateway.ledger.submissions().content(Sm3.of(batch.getBytes(UTF_8))))
                .contains(batch.getBytes(UTF_8));
        assertThat(count("select count(*) from received_content where personal_until is not null"))
                .isZero();
    }

    @Test
    void nobodyCanMakeErasableWhatIsKeptForEver() {
        gateway.push("530100", graduates(1).toString());

        gateway.jdbc
                .sql("update received_content set personal_until = date '2020-01-01'")
                .update();

        assertThat(gateway.guard.full(done -> {}))
                .hasValueSatisfying(breach -> assertThat(breach.table()).isEqualTo("received_content"));
    }

    @Test
    void afterItsDayNothingOfAPersonIsLeftAndTheLedgerStillHolds() {
        var accepted = accepted(push("trainees", graduates(1, 2)));
        accepted(push("placements", Trainees.batch("placements", Trainees.placement(1))));

        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(3 * 365))).eraseDue();
        assertThat(count("select count(*) from person_record where content is null"))
                .isZero();
        gateway.erasure(TestGateway.NOW.plus(Duration.ofDays(3 * 366))).eraseDue();

        assertThat(count("select count(*) from person_record where content is not null or person_token is not null"))
                .as("the placement ends later")
                .isOne();
        assertThat(count("select count(*) from received_content where bytes is not null"))
                .isZero();
        assertThat(gateway.ledger.submissions().find(accepted.submissionId())).isPresent();
        assertThat(gateway.guard.full(done -> {})).isEmpty();

        accepted(push("trainees", graduates(1, 2)));
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    private Outcome push(String dataset, ObjectNode batch) {
        return gateway.submissions.receive(delivery(dataset, batch, Optional.empty()));
    }

    private static Delivery delivery(String dataset, ObjectNode batch, Optional<String> key) {
        return delivery(dataset, batch.toString().getBytes(UTF_8), key);
    }

    private static Delivery delivery(String dataset, byte[] content, Optional<String> key) {
        return delivery(dataset, content, key, Set.of("530100"));
    }

    private static Delivery delivery(String dataset, byte[] content, Optional<String> key, Set<String> senders) {
        return new Delivery(
                new SourceId("kunming"),
                senders.stream().map(Sender::new).collect(java.util.stream.Collectors.toSet()),
                Door.HTTP_PUSH,
                dataset,
                Optional.of(Period.of("2023-06")),
                MediaType.JSON,
                Optional.empty(),
                content,
                Optional.empty(),
                key,
                TestGateway.NOW);
    }

    private static ObjectNode graduates(int... numbers) {
        return Trainees.batch(
                "trainees", IntStream.of(numbers).mapToObj(Trainees::graduate).toArray(ObjectNode[]::new));
    }

    private static ObjectNode record(ObjectNode batch, int index) {
        return batch.withArray("records").get(index).asObject();
    }

    private long count(String sql) {
        return gateway.jdbc.sql(sql).query(Long.class).single();
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }
}
