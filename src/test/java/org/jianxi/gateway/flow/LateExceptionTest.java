package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.ledger.ReturnKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a unit may be late is recorded beside its lateness, which is judged as ever. */
class LateExceptionTest {

    private static final Period JUNE = Period.of("2023-06");
    private static final Sender KUNMING = new Sender("530100");
    private static final LocalDate TENTH = LocalDate.parse("2023-07-10");
    private static final WrittenReason WHY = new WrittenReason("system-failure", "业务系统升级，7月10日前报送");

    @TempDir
    Path folder;

    private TestGateway gateway;

    @BeforeEach
    void gateway() {
        gateway = new TestGateway(folder);
    }

    @Test
    void aLateReturnStaysLateWithTheExceptionBesideIt() {
        assertThat(gateway.lateExceptions.record(JUNE, KUNMING, TENTH, WHY, "officer-a"))
                .isInstanceOf(OfficeStep.Done.class);
        var outcome = gateway.pushAt(Instant.parse("2023-07-06T01:00:00Z"), "530100", goodReturn("530100", 9));

        assertThat(rules(outcome)).contains("P-LATE");
        assertThat(gateway.windows.of(JUNE).standings().getFirst().late()).isTrue();
        var stands = new LateExceptions(gateway.jdbc).find(KUNMING, JUNE).orElseThrow();
        assertThat(stands.until()).isEqualTo(TENTH);
        assertThat(stands.by()).isEqualTo("officer-a");
        assertThat(gateway.ledger.log().find(LateExceptionDesk.ENTRY, "2023-06/530100/1"))
                .isPresent();
    }

    @Test
    void theNewestTakesThePlaceOfAnEarlierOne() {
        gateway.lateExceptions.record(JUNE, KUNMING, TENTH, WHY, "officer-a");
        gateway.lateExceptions.record(JUNE, KUNMING, TENTH.plusDays(5), WHY, "officer-b");

        assertThat(new LateExceptions(gateway.jdbc).of(JUNE)).singleElement().satisfies(one -> {
            assertThat(one.until()).isEqualTo(TENTH.plusDays(5));
            assertThat(one.by()).isEqualTo("officer-b");
        });
        assertThat(gateway.inspection().run(done -> {}).breach()).isEmpty();
    }

    @Test
    void aDayWithinTheDeadlineAnUnknownUnitAndAnUnknownReasonAreRefused() {
        var inTime = gateway.lateExceptions.record(JUNE, KUNMING, LocalDate.parse("2023-07-04"), WHY, "officer-a");
        var noReason = new WrittenReason("season", "毕业季，量大");

        assertThat(inTime)
                .isInstanceOfSatisfying(
                        OfficeStep.Wrong.class,
                        wrong -> assertThat(wrong.findings())
                                .extracting(Finding::rule)
                                .containsExactly("P-LATE-EXCEPTION"));
        assertThat(gateway.lateExceptions.record(JUNE, KUNMING, TENTH, noReason, "officer-a"))
                .isInstanceOf(OfficeStep.Wrong.class);
        assertThat(gateway.lateExceptions.record(JUNE, new Sender("110000"), TENTH, WHY, "officer-a"))
                .isInstanceOf(OfficeStep.NotThere.class);
        assertThat(new LateExceptions(gateway.jdbc).of(JUNE)).isEmpty();
    }

    @Test
    void aClosedYearIsOpenForTheUnitAndMonthOfAnExceptionUntilItsDayIsOver() {
        gateway.lateExceptions.record(JUNE, KUNMING, TENTH, WHY, "officer-a");
        var closed = new OfficeActs(
                new FiledReturns(gateway.jdbc),
                new Approvals(gateway.jdbc),
                new LateExceptions(gateway.jdbc),
                new LockSettings(2023),
                ZoneId.of("Asia/Shanghai"));
        var kunming = new ReturnKey(KUNMING, Delivery.MONTHLY_RETURN, JUNE);
        var qujing = new ReturnKey(new Sender("530300"), Delivery.MONTHLY_RETURN, JUNE);

        assertThat(closed.of(kunming, Instant.parse("2023-07-10T15:59:59Z"))).isEmpty();
        assertThat(closed.of(kunming, Instant.parse("2023-07-10T16:00:00Z")))
                .extracting(Finding::rule)
                .containsExactly("P-YEAR-CLOSED");
        assertThat(closed.of(qujing, Instant.parse("2023-07-10T01:00:00Z")))
                .extracting(Finding::rule)
                .containsExactly("P-YEAR-CLOSED");
    }

    private static List<String> rules(Outcome outcome) {
        var findings = switch (outcome) {
            case Outcome.Accepted accepted -> accepted.findings();
            case Outcome.Returned returned -> returned.findings();
            default -> List.<Finding>of();
        };
        return findings.stream().map(Finding::rule).toList();
    }
}
