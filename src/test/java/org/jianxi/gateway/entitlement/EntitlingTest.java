package org.jianxi.gateway.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.entitlement.SubsidyKind.DIFFERENCE;
import static org.jianxi.gateway.entitlement.SubsidyKind.MONTHLY;
import static org.jianxi.gateway.entitlement.SubsidyKind.OUTSIDE;
import static org.jianxi.gateway.entitlement.SubsidyKind.REMAINDER;

import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.junit.jupiter.api.Test;

/** Entitlement against claims and payments: 云人社发〔2023〕18号 三, 人社部发〔2023〕27号 四(二). */
class EntitlingTest {

    private static final Given SERVING = Given.from("2023-03-01").agreedTo("2023-08-31");
    private static final Given RETAINED = Given.from("2023-03-01").completed("2023-05-31", "RETAINED");
    private static final Given NOT_RETAINED = Given.from("2023-03-01").completed("2023-05-31", "NOT_EMPLOYED");

    @Test
    void aUnitsMonthSaysWhatIsDueWhatWasClaimedAndWhatWasPaid() {
        var march = Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-04-10");
        var april = SERVING.of(Given.paid(MONTHLY, "2023-04", "2023-04", 1500, "2023-05-10"), "APPLIED");

        var unit = entitled("2023-05", List.of(SERVING), march, april).units().getFirst();

        assertThat(unit.months()).containsOnlyKeys(Period.of("2023-03"), Period.of("2023-04"), Period.of("2023-05"));
        var line = unit.months().get(Period.of("2023-04"));
        assertThat(line.entitled().monthly()).isEqualTo(150_000);
        assertThat(line.claimed().monthly()).isEqualTo(150_000);
        assertThat(line.paid().monthly()).isZero();
        assertThat(unit.total().difference()).contains(300_000L);
    }

    @Test
    void recoveredMoneyIsTakenOffAndWhatIsPaidLaterIsNotYetKnown() {
        var paid = Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-04-10");
        var recovered = SERVING.of(Given.paid(MONTHLY, "2023-03", "2023-03", 500, "2023-05-10"), "RECOVERED");
        var later = Given.paid(MONTHLY, "2023-04", "2023-04", 1500, "2023-06-01");

        var total =
                entitled("2023-05", List.of(SERVING), paid, recovered, later).total();

        assertThat(total.paid().monthly()).isEqualTo(100_000);
        assertThat(total.claimed().monthly()).isEqualTo(150_000);
    }

    @Test
    void atHalfRetainedTheUnitGets500MoreForEachTraineeAndMonthOnce() {
        var total =
                entitled("2023-05", List.of(RETAINED, NOT_RETAINED.id("L2"))).total();

        assertThat(total.entitled().difference()).isEqualTo(2 * 3 * 50_000);
        assertThat(total.entitled().monthly()).isEqualTo(2 * 3 * 150_000);
    }

    @Test
    void belowHalfThereIsNoDifference() {
        var all = List.of(RETAINED, NOT_RETAINED.id("L2"), NOT_RETAINED.id("L3"));

        var unit = entitled("2023-05", all).units().getFirst();

        assertThat(unit.total().entitled().difference()).isZero();
        assertThat(unit.retained()).isEqualTo(new Retained(3, 1));
    }

    @Test
    void theDifferenceBecomesDueAsSoonAsTheRateIsReachedWithinTheYear() {
        var later = Given.from("2023-04-01").completed("2023-07-31", "RETAINED").id("L2");

        var unit = entitled("2023-12", List.of(NOT_RETAINED, later)).units().getFirst();

        assertThat(unit.months().get(Period.of("2023-05")).entitled().difference())
                .isZero();
        assertThat(unit.months().get(Period.of("2023-07")).entitled().difference())
                .isEqualTo((3 + 4) * 50_000);
    }

    @Test
    void earlyLeaversAreNotInTheRate() {
        var left = SERVING.leftOn("2023-04-30").id("L2");

        assertThat(entitled("2023-05", List.of(RETAINED, left))
                        .units()
                        .getFirst()
                        .retained())
                .isEqualTo(new Retained(1, 1));
    }

    @Test
    void moreThanIsDueIsAskedAboutWithTheRecordsBehindIt() {
        var twice = Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-04-10");

        var question = only(
                EntitlementRule.OVERPAID,
                entitled(
                        "2023-03",
                        List.of(SERVING),
                        twice,
                        SERVING.of(Given.paid(MONTHLY, "2023-03", "2023-03", 100, "2023-03-30"), "PAID"),
                        Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-03-31")));

        assertThat(question.message().en()).contains("1600.00", "1500.00", "100.00 more");
        assertThat(question.unit()).contains("U1");
        assertThat(question.records()).contains("placements.csv:2", "payments.csv:2023-03");
    }

    @Test
    void moneyForACancelledPlacementIsMoreThanIsDue() {
        var result = entitled(
                "2023-05", List.of(SERVING.cancelled()), Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-04-10"));

        only(EntitlementRule.OVERPAID, result);
    }

    @Test
    void monthsBeyondAttendanceAreAskedAbout() {
        var result = entitled(
                "2023-06", List.of(NOT_RETAINED), Given.paid(MONTHLY, "2023-06", "2023-06", 1500, "2023-06-30"));

        assertThat(only(EntitlementRule.MONTHS, result).message().en()).contains("2023-06", "2023-03 to 2023-05");
    }

    @Test
    void moreThanTwelveMonthsAreAskedAbout() {
        var year = Given.from("2023-01-01").completed("2023-12-31", "RETAINED");
        var payments = List.of(
                Given.paid(MONTHLY, "2023-01", "2023-12", 1500, "2023-12-31"),
                Given.paid(MONTHLY, "2023-12", "2023-12", 1500, "2023-12-31"));

        var result = entitled("2023-12", List.of(year), payments.toArray(Payment[]::new));

        assertThat(result.questions())
                .filteredOn(one -> one.rule() == EntitlementRule.MONTHS)
                .extracting(one -> one.message().en())
                .anyMatch(text -> text.contains("at most 12"));
    }

    @Test
    void aRateThatIsNotTheMonthsIsAskedAbout() {
        var result =
                entitled("2023-05", List.of(SERVING), Given.paid(MONTHLY, "2023-03", "2023-03", 1200, "2023-04-10"));

        var question = only(EntitlementRule.RATE, result);
        assertThat(question.message().zh()).contains("1200.00", "1500.00");
        assertThat(question.clause()).isEqualTo("云人社发〔2023〕18号 三");
    }

    @Test
    void everythingPaidAtTheEndIsForbidden() {
        var result = entitled(
                "2023-06", List.of(NOT_RETAINED), Given.paid(MONTHLY, "2023-03", "2023-05", 1500, "2023-06-20"));

        assertThat(only(EntitlementRule.AT_END, result).clause()).isEqualTo("人社部发〔2023〕27号 四(二)");
    }

    @Test
    void monthAfterMonthIsNoQuestionAtAll() {
        var result = entitled(
                "2023-06",
                List.of(RETAINED),
                Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-04-10"),
                Given.paid(MONTHLY, "2023-04", "2023-04", 1500, "2023-05-10"),
                Given.paid(MONTHLY, "2023-05", "2023-05", 1500, "2023-06-10"),
                Given.paid(DIFFERENCE, "2023-03", "2023-05", 500, "2023-06-15"));

        assertThat(result.questions()).isEmpty();
        assertThat(result.total().difference()).contains(0L);
    }

    @Test
    void theDifferenceIsPaidAfterTheEnd() {
        var result =
                entitled("2023-05", List.of(SERVING), Given.paid(DIFFERENCE, "2023-03", "2023-04", 500, "2023-05-10"));

        only(EntitlementRule.EARLY, result);
        only(EntitlementRule.OVERPAID, result);
    }

    @Test
    void theDifferenceIsNotPaidBelowHalf() {
        var result = entitled(
                "2023-06", List.of(NOT_RETAINED), Given.paid(DIFFERENCE, "2023-03", "2023-05", 500, "2023-06-10"));

        assertThat(only(EntitlementRule.SHARE, result).message().en()).contains("0 of 1", "50 per cent");
    }

    @Test
    void theDifferenceIsPaidOnce() {
        var result = entitled(
                "2023-07",
                List.of(RETAINED),
                Given.paid(DIFFERENCE, "2023-03", "2023-04", 500, "2023-06-10"),
                Given.paid(DIFFERENCE, "2023-05", "2023-05", 500, "2023-07-10"));

        only(EntitlementRule.ONCE, result);
    }

    @Test
    void theRemainderMayBePaidAtOnceAndAtTheHigherRate() {
        var early = SERVING.retainedEarly("2023-05-31");

        var result =
                entitled("2023-06", List.of(early), Given.paid(REMAINDER, "2023-06", "2023-08", 2000, "2023-06-20"));

        assertThat(result.questions()).isEmpty();
    }

    @Test
    void aRemainderWithoutAnEarlyContractOrBeyond2023IsAskedAbout() {
        var without = entitled(
                "2023-06", List.of(NOT_RETAINED), Given.paid(REMAINDER, "2023-06", "2023-06", 1500, "2023-06-20"));
        var early = Given.from("2023-09-01").agreedTo("2024-02-29").retainedEarly("2023-10-31");
        var beyond =
                entitled("2024-01", List.of(early), Given.paid(REMAINDER, "2023-11", "2024-02", 1500, "2024-01-20"));

        only(EntitlementRule.REMAINDER, without);
        assertThat(only(EntitlementRule.REMAINDER, beyond).message().en()).contains("2023-10 to 2023-12");
    }

    @Test
    void theCeilingIsWhatCouldBePaidSinceJanuary() {
        var early = SERVING.retainedEarly("2023-05-31").id("L2");
        var insurance = Given.paid(OUTSIDE, "2023-03", "2023-03", 60, "2023-04-10");

        var ceiling = entitled("2023-06", List.of(SERVING, early), insurance).ceiling();

        assertThat(ceiling.entitled()).isEqualTo((4 + 4) * 150_000 + 6 * 50_000);
        assertThat(ceiling.ahead()).isEqualTo(2 * 150_000);
        assertThat(ceiling.outside()).isEqualTo(6_000);
        assertThat(ceiling.ask(ceiling.total())).isEmpty();
        assertThat(ceiling.ask(ceiling.total() + 10_000).orElseThrow().message().en())
                .contains("1.82", "1.81 at most");
    }

    @Test
    void whatWasDueLastYearAndNotPaidThenMayBePaidNow() {
        var over = Given.from("2023-11-01").completed("2024-01-31", "NOT_EMPLOYED");

        var ceiling = entitled("2024-01", List.of(over), Given.paid(MONTHLY, "2023-11", "2023-11", 1500, "2023-12-10"))
                .ceiling();

        assertThat(ceiling.entitled()).isEqualTo(150_000);
        assertThat(ceiling.open()).isEqualTo(150_000);
    }

    @Test
    void whereDueAndPaidDifferThePlacementIsNamed() {
        var paid = Given.paid(MONTHLY, "2023-03", "2023-03", 1500, "2023-04-10");

        assertThat(entitled("2023-04", List.of(SERVING), paid).explanations())
                .containsExactly(new Explained(
                        "U1", Period.of("2023-04"), 150_000, 0, List.of("placements.csv:2", "payments.csv:2023-03")));
    }

    private static Entitlements entitled(String through, List<Given> placements, Payment... payments) {
        var entitling = new Entitling(Given.RULES, Period.of(through), true);
        placements.forEach(one -> entitling.placement(one.placement()));
        List.of(payments).forEach(entitling::payment);
        return entitling.result();
    }

    private static Question only(EntitlementRule rule, Entitlements entitlements) {
        return entitlements.questions().stream()
                .filter(one -> one.rule() == rule)
                .reduce((one, other) -> {
                    throw new AssertionError("several: " + one + other);
                })
                .orElseThrow(() -> new AssertionError("no " + rule + " in " + entitlements.questions()));
    }
}
