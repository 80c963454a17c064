package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Outbox;
import org.jianxi.gateway.filing.OutboxState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthEndFlowTest {

    private static final Period JUNE = Period.of("2023-06");

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void oneOfSeventeenHasFiled() {
        gateway = new TestGateway(folder);
        gateway.push("530100", goodReturn("530100", 3127));
    }

    @Test
    void theRollUpSumsWhatStandsAndNamesWhoIsMissing() {
        gateway.push("530300", goodReturn("530300", 1000));

        var view = gateway.provincial.standing(JUNE);

        assertThat(view.figures().totals().of(13)).isEqualTo(4127);
        assertThat(view.gaps()).hasSize(15).doesNotContain(new Sender("530100"), new Sender("530300"));
        assertThat(view.figures().lineageOf(13).parts()).hasSize(2);
    }

    @Test
    void everyGapMustBeNamedBeforeTheFiguresAreApproved() {
        assertThat(rulesOf(gateway.monthEnd.approve(JUNE, "officer-a", List.of())))
                .containsExactly("P-GAPS");
    }

    @Test
    void figuresThatNobodyApprovedAreNotFiled() {
        assertThat(rulesOf(gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-APPROVAL");
    }

    @Test
    void whoApprovedMayNotFile() {
        approve();

        assertThat(rulesOf(gateway.monthEnd.file(JUNE, "officer-a"))).containsExactly("P-TWO-PEOPLE");
    }

    @Test
    void anApprovalLapsesWhenTheFiguresChange() {
        approve();
        gateway.push("530100", goodReturn("530100", 3128));

        assertThat(rulesOf(gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-APPROVAL");
    }

    @Test
    void anApprovalOutlivesAnotherMonthsReturn() {
        approve();
        gateway.push("530300", goodReturn("530300", 5).replace("2023-06", "2023-05"));

        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
    }

    @Test
    void whatIsFiledWaitsInTheOutboxUnderOneMessageId() {
        approve();

        var done = (Step.Done) gateway.monthEnd.file(JUNE, "officer-b");

        assertThat(done.messageId()).isEqualTo("530000-2023-06-1");
        assertThat(new Outbox(gateway.jdbc).find(done.messageId()).orElseThrow().state())
                .isEqualTo(OutboxState.WAITING);
        assertThat(gateway.ledger.log().find(FilingDesk.PROVINCIAL_RETURN, done.messageId()))
                .isPresent();
    }

    @Test
    void theSameFiguresAreFiledOnce() {
        approve();
        gateway.monthEnd.file(JUNE, "officer-b");

        assertThat(rulesOf(gateway.monthEnd.file(JUNE, "officer-b"))).containsExactly("P-ALREADY-FILED");
    }

    @Test
    void whatWasFiledStaysReadableAfterALaterRevision() {
        approve();
        gateway.monthEnd.file(JUNE, "officer-b");
        gateway.push("530100", goodReturn("530100", 9));

        assertThat(gateway.provincial.of(JUNE).figures().totals().of(13)).isEqualTo(3127);
        assertThat(gateway.provincial.standing(JUNE).revision()).isEqualTo(2);
    }

    private void approve() {
        var gaps = gateway.provincial.standing(JUNE).gaps();
        assertThat(gateway.monthEnd.approve(JUNE, "officer-a", gaps)).isInstanceOf(Step.Done.class);
    }

    private static List<String> rulesOf(Step step) {
        return switch (step) {
            case Step.Done done -> List.of();
            case Step.NotNow notNow ->
                notNow.findings().stream().map(Finding::rule).toList();
        };
    }
}
