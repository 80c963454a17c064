package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.filing.month.Month;
import org.jianxi.gateway.flow.SenderStanding.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An accepted return goes back to its unit with a reason; its figures are the unit's to change, and nobody else's. */
class SendingBackTest {

    private static final Period JUNE = Period.of("2023-06");
    private static final Sender KUNMING = new Sender("530100");
    private static final WrittenReason WHY = new WrittenReason("figures-implausible", "第13项与上月相差过大，请核实");

    @TempDir
    Path folder;

    private TestGateway gateway;
    private OfficeRemarks remarks;
    private String submission;

    @BeforeEach
    void oneReturnStands() {
        gateway = new TestGateway(folder);
        submission = push(3127);
        remarks = new OfficeRemarks(new ReturnedSubmissions(gateway.jdbc), new LateExceptions(gateway.jdbc));
    }

    @Test
    void aReturnSentBackStillStandsAndCountsAndTheWindowSaysSo() {
        var before = gateway.jdbc.sql("select * from submission").query().listOfRows();

        assertThat(sendBack()).isInstanceOf(OfficeStep.Done.class);

        assertThat(gateway.provincial.standing(JUNE).figures().totals().of(13)).isEqualTo(3127);
        assertThat(gateway.windows.of(JUNE).standings().getFirst().state()).isEqualTo(State.ACCEPTED);
        assertThat(remarks.of(JUNE).returned(KUNMING).orElseThrow().act().words())
                .isEqualTo(WHY.text());
        assertThat(gateway.jdbc.sql("select * from submission").query().listOfRows())
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void itIsWrittenInTheLedgerAndTheAuditWithoutItsWords() {
        sendBack();

        var entry = gateway.ledger
                .log()
                .find(SendingBackDesk.ENTRY, submission + "/1")
                .orElseThrow();
        assertThat(new String(entry.body(), StandardCharsets.UTF_8))
                .contains("\"reason\":\"figures-implausible\"", submission)
                .doesNotContain("第13项");
        assertThat(gateway.jdbc
                        .sql("select actor || ' ' || action || ' ' || object from audit order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("officer-a submission-returned " + submission);
        assertThat(gateway.inspection().run(done -> {}).breach()).isEmpty();
    }

    @Test
    void anApprovalGivenBeforeDoesNotHoldAndTheNextOneNamesTheUnit() {
        approve(Set.of());
        sendBack();

        assertThat(rules(gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-APPROVAL");
        assertThat(rules(gateway.monthEnd.approve(JUNE, "officer-a", gaps()))).containsExactly("P-RETURNED");
        assertThat(approve(Set.of(KUNMING))).isInstanceOf(Step.Done.class);
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
    }

    @Test
    void theUnitsNextRevisionIsItsAnswer() {
        sendBack();
        push(3130);

        assertThat(remarks.of(JUNE).returned(KUNMING)).isEmpty();
        assertThat(approve(Set.of())).isInstanceOf(Step.Done.class);
        assertThat(rules(gateway.sendingBack.takeBack(submission, "officer-a"))).containsExactly("P-RETURN-TO-SENDER");
        assertThat(rules(sendBack())).containsExactly("P-RETURN-TO-SENDER");
    }

    @Test
    void itMayBeTakenBackOnceBeforeTheUnitHasAnswered() {
        sendBack();
        assertThat(rules(sendBack())).containsExactly("P-RETURN-TO-SENDER");

        assertThat(gateway.sendingBack.takeBack(submission, "officer-b")).isInstanceOf(OfficeStep.Done.class);

        assertThat(gateway.months.of(JUNE).month().facts().returned()).isEmpty();
        var sent = gateway.ledger
                .log()
                .find(SendingBackDesk.ENTRY, submission + "/1")
                .orElseThrow();
        assertThat(entry(SendingBackDesk.UNDONE, submission + "/" + sent.position()))
                .contains("\"by\":\"officer-b\"", "\"returned\":\"" + sent.position() + "\"");
        assertThat(gateway.inspection().run(done -> {}).breach()).isEmpty();
        assertThat(rules(gateway.sendingBack.takeBack(submission, "officer-b"))).containsExactly("P-RETURN-TO-SENDER");
        assertThat(sendBack()).isInstanceOf(OfficeStep.Done.class);
        assertThat(new ReturnedSubmissions(gateway.jdbc).of(submission))
                .extracting(SentBack::isOpen)
                .containsExactly(false, true);
    }

    @Test
    void afterTheFilingItAsksForACorrectionAndWhatWasFiledStays() {
        approve(Set.of());
        gateway.monthEnd.file(JUNE, "officer-b");
        var filed = new FiledReturns(gateway.jdbc).latest(JUNE).orElseThrow().document();

        sendBack();
        assertThat(gateway.months.of(JUNE).month()).isInstanceOf(Month.Filed.class);
        push(3130);

        assertThat(gateway.months.of(JUNE).month()).isInstanceOf(Month.CorrectionDue.class);
        assertThat(new FiledReturns(gateway.jdbc).latest(JUNE).orElseThrow().document())
                .isEqualTo(filed);
    }

    @Test
    void aReasonOfTheListAndWordsWithoutPersonsAreAskedFor() {
        assertThat(rules(gateway.sendingBack.sendBack(submission, new WrittenReason("no-such", "短"), "officer-a")))
                .containsExactly("P-REASON", "P-REASON");
        var telephone = new WrittenReason("other", "请与 138" + "00000000 联系");
        assertThat(rules(gateway.sendingBack.sendBack(submission, telephone, "officer-a")))
                .containsExactly("P-REASON");
        assertThat(gateway.sendingBack.sendBack("no-such", WHY, "officer-a")).isEqualTo(new OfficeStep.NotThere());
    }

    @Test
    void anApprovalIsWithdrawnByAnybodyWhoMayApproveUntilItIsFiled() {
        var why = new WrittenReason("figures-in-doubt", "等昆明核实第13项");
        assertThat(rules(gateway.monthEnd.withdrawApproval(JUNE, "officer-a", why)))
                .containsExactly("P-APPROVAL");
        approve(Set.of());

        assertThat(gateway.monthEnd.withdrawApproval(JUNE, "officer-b", why)).isInstanceOf(OfficeStep.Done.class);

        assertThat(entry("return-approved", "2023-06/1")).contains("\"by\":\"officer-a\"", "\"figures\":");
        assertThat(entry("approval-withdrawn", "2023-06/1"))
                .contains("\"approvedBy\":\"officer-a\"", "\"by\":\"officer-b\"", "\"reason\":\"figures-in-doubt\"")
                .as("the words are read at the table; the ledger has their digest")
                .doesNotContain("等昆明核实");
        assertThat(gateway.inspection().run(done -> {}).breach()).isEmpty();
        assertThat(rules(gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-APPROVAL");
        assertThat(gateway.months.approvals().withdrawals(JUNE)).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo("officer-b");
            assertThat(one.words()).isEqualTo(why.text());
        });
        assertThat(rulesOfNextReturn()).doesNotContain("P-AFTER-APPROVAL");
        approve(Set.of());
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
        assertThat(rules(gateway.monthEnd.withdrawApproval(JUNE, "officer-a", why)))
                .containsExactly("P-ALREADY-FILED");
    }

    private List<String> rulesOfNextReturn() {
        var accepted = (Outcome.Accepted) gateway.push("530300", goodReturn("530300", 7));
        return accepted.findings().stream().map(Finding::rule).toList();
    }

    private String push(int inPost) {
        return ((Outcome.Accepted) gateway.push("530100", goodReturn("530100", inPost))).submissionId();
    }

    private OfficeStep sendBack() {
        return gateway.sendingBack.sendBack(submission, WHY, "officer-a");
    }

    private List<Sender> gaps() {
        return gateway.provincial.standing(JUNE).gaps();
    }

    private Step approve(Set<Sender> returned) {
        return gateway.monthEnd.approve(JUNE, "officer-a", gaps(), returned);
    }

    private static List<String> rules(Step step) {
        return step instanceof Step.NotNow notNow
                ? notNow.findings().stream().map(Finding::rule).toList()
                : List.of();
    }

    private static List<String> rules(OfficeStep step) {
        var findings = switch (step) {
            case OfficeStep.NotNow notNow -> notNow.findings();
            case OfficeStep.Wrong wrong -> wrong.findings();
            default -> List.<Finding>of();
        };
        return findings.stream().map(Finding::rule).toList();
    }

    private String entry(String kind, String subject) {
        return new String(gateway.ledger.log().find(kind, subject).orElseThrow().body(), StandardCharsets.UTF_8);
    }
}
