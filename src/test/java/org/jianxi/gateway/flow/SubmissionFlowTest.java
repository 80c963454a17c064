package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.ReturnKey;
import org.jianxi.gateway.mapping.MappingRegister;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionFlowTest {

    private static final ReturnKey JUNE =
            new ReturnKey(new Sender("530100"), Delivery.MONTHLY_RETURN, Period.of("2023-06"));

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(folder);
    }

    @Test
    void aReturnOfAMonthThatIsNotOverIsRefusedUntilItsLastMidnight() {
        var june = goodReturn("530100", 3127);

        var early = gateway.pushAt(Instant.parse("2023-06-30T15:59:59.999Z"), "530100", june);
        var inTime = gateway.pushAt(Instant.parse("2023-06-30T16:00:00Z"), "530100", june);

        assertThat(((Outcome.Returned) early).findings())
                .extracting(Finding::rule)
                .containsExactly("P-MONTH-NOT-OVER");
        assertThat(accepted(inTime).replay()).isFalse();
    }

    @Test
    void aReturnOfAMonthThatIsNotOverMayBeTried() {
        var july = goodReturn("530100", 3127).replace("2023-06", "2023-07");
        var delivery = TestGateway.delivery("530100", july, Optional.empty());

        var trial = gateway.submissions.dryRun(new Delivery(
                delivery.source(),
                delivery.senders(),
                delivery.door(),
                delivery.dataset(),
                Optional.of(Period.of("2023-07")),
                delivery.mediaType(),
                Optional.empty(),
                delivery.content(),
                Optional.empty(),
                Optional.empty(),
                TestGateway.NOW));

        assertThat(trial.refusal()).isEmpty();
    }

    @Test
    void aDeliveryIsReadByTheMappingsItBeganWithWhateverIsInForceNow() {
        var source =
                SourceRegister.open(Path.of("")).find(new SourceId("kunming")).orElseThrow();
        var delivery = TestGateway.delivery("530100", goodReturn("530100", 3127), Optional.empty());
        var mappings = MappingRegister.open(Path.of(""), ReturnForms.load(Path.of(""), Sm3::of), Sm3::of);
        var then = new Terms(source, mappings.standing());

        gateway.submissions.receive(delivery.under(then));
        assertThat(mappingOfJune())
                .isEqualTo(mappings.find(source.id(), "monthly-return.yaml")
                        .orElseThrow()
                        .digest()
                        .hex());

        var now = TestGateway.delivery("530100", goodReturn("530100", 3126), Optional.empty());
        gateway.submissions.receive(now.under(gateway.submissions.terms(source)));
        assertThat(mappingOfJune()).isEmpty();
    }

    private String mappingOfJune() {
        return gateway.ledger
                .submissions()
                .current(JUNE)
                .orElseThrow()
                .decision()
                .versions()
                .mapping();
    }

    @Test
    void anAcceptedReturnIsInTheLedgerWithItsReceipt() {
        var accepted = accepted(gateway.push("530100", goodReturn("530100", 3127)));

        assertThat(new String(accepted.receipt().content(), StandardCharsets.UTF_8))
                .contains(
                        "\"sender\":\"530100\"",
                        "\"revision\":1",
                        "\"late\":false",
                        "\"position\":0",
                        "\"treeSize\":1");
        assertThat(gateway.ledger.log().size()).isEqualTo(1);
    }

    @Test
    void aReturnThatBreaksAPrintedRelationIsReturnedAndItsBytesAreKept() {
        var broken = goodReturn("530100", 3127).replace("\"11\": 96", "\"11\": 200");

        var returned = (Outcome.Returned) gateway.push("530100", broken);

        assertThat(returned.findings()).extracting(Finding::rule).containsExactly("L-8");
        var stored = gateway.ledger.submissions().find(returned.submissionId()).orElseThrow();
        assertThat(gateway.ledger.submissions().content(stored.arrival().digest()))
                .contains(broken.getBytes(StandardCharsets.UTF_8));
        assertThat(gateway.ledger.log().find("rejection", stored.id())).isPresent();
        assertThat(gateway.ledger.receipts().find(stored.id())).isEmpty();
    }

    @Test
    void whatQuotesHalfOfAnEmojiIsReturnedAndKeptLikeAnythingElse() {
        var returned = (Outcome.Returned) gateway.push("530100", "{🇨🇭}");

        assertThat(returned.findings()).extracting(Finding::rule).containsExactly("S-JSON");
        var stored = gateway.ledger.submissions().find(returned.submissionId()).orElseThrow();
        assertThat(stored.decision().findings()).contains("\uFFFD");
        assertThat(gateway.guard.full(done -> {})).isEmpty();
    }

    @Test
    void theSameBytesWhileCurrentGiveTheOriginalReceipt() {
        var first = accepted(gateway.push("530100", goodReturn("530100", 3127)));
        var again = accepted(gateway.push("530100", goodReturn("530100", 3127)));

        assertThat(again.replay()).isTrue();
        assertThat(again.receipt().cms()).isEqualTo(first.receipt().cms());
        assertThat(gateway.ledger.log().size()).isEqualTo(1);
    }

    @Test
    void aThenBThenAAgainAreThreeRevisions() {
        gateway.push("530100", goodReturn("530100", 1));
        gateway.push("530100", goodReturn("530100", 2));
        var third = accepted(gateway.push("530100", goodReturn("530100", 1)));

        assertThat(third.replay()).isFalse();
        assertThat(gateway.ledger.submissions().current(JUNE).orElseThrow().revision())
                .isEqualTo(3);
    }

    @Test
    void theAcceptedReturnStandsWhenItsSuccessorIsRefused() {
        gateway.push("530100", goodReturn("530100", 1));
        gateway.push("530100", goodReturn("530100", 2).replace("\"2\": 14", "\"2\": 9999"));

        assertThat(gateway.ledger.submissions().current(JUNE).orElseThrow().revision())
                .isEqualTo(1);
    }

    @Test
    void anIdempotencyKeyWithOtherBytesIsAConflict() {
        gateway.push("530100", goodReturn("530100", 1), "key-1");

        var second = (Outcome.Returned) gateway.push("530100", goodReturn("530100", 2), "key-1");

        assertThat(second.refusal()).isEqualTo(Outcome.Refusal.KEY_REUSED);
        assertThat(gateway.ledger.log().size()).isEqualTo(1);
    }

    @Test
    void aReturnOfAnotherSenderIsNotTaken() {
        var returned = (Outcome.Returned) gateway.push("530100", goodReturn("530300", 1));

        assertThat(returned.findings()).extracting(Finding::rule).contains("P-SENDER");
        assertThat(returned.refusal()).isEqualTo(Outcome.Refusal.NOT_YOURS);
    }

    @Test
    void aHundredIdenticalPushesAtOnceMakeOneEntryAndOneReceipt() throws Exception {
        var receipts = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            var pushes = new ArrayList<Callable<Outcome>>();
            for (var number = 0; number < 100; number++) {
                pushes.add(() -> gateway.push("530100", goodReturn("530100", 3127)));
            }
            for (var outcome : threads.invokeAll(pushes)) {
                receipts.add(HexFormat.of()
                        .formatHex(accepted(outcome.get()).receipt().cms()));
            }
        }

        assertThat(receipts).hasSize(1);
        assertThat(gateway.ledger.log().size()).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatStands() {
        gateway.push("530100", goodReturn("530100", 1));

        assertThatThrownBy(() ->
                        gateway.jdbc.sql("update submission set late = true").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> gateway.jdbc.sql("delete from ledger_entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theWindowSaysWhoFiledAndWhoDidNot() {
        gateway.push("530100", goodReturn("530100", 1));
        gateway.push("530100", goodReturn("530100", 2));
        gateway.push("530300", goodReturn("530300", 2).replace("\"2\": 14", "\"2\": 9999"));

        var window = gateway.windows.of(Period.of("2023-06"));

        assertThat(window.standings()).hasSize(17);
        assertThat(window.standings().get(0).state()).isEqualTo(SenderStanding.State.CORRECTED);
        assertThat(window.standings().get(1).state()).isEqualTo(SenderStanding.State.REJECTED);
        assertThat(window.count(SenderStanding.State.MISSING)).isEqualTo(15);
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    @Test
    void recordsThatNothingKeepsYetAreLeftWithTheirSender() {
        var people = "{\"records\": [{\"name\": \"测试·阿依古丽\"}]}";
        var given = TestGateway.delivery("530100", people, Optional.empty());
        var delivery = new Delivery(
                given.source(),
                given.senders(),
                given.door(),
                "hardship-matches",
                given.period(),
                given.mediaType(),
                given.fileName(),
                given.content(),
                given.signature(),
                given.idempotencyKey(),
                given.receivedAt());

        assertThat(gateway.submissions.receive(delivery)).isInstanceOf(Outcome.Unfinished.class);
        assertThat(gateway.backlog.takes(delivery)).isFalse();
        assertThat(gateway.jdbc
                        .sql("select (select count(*) from received_content) + (select count(*) from submission)")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
