package org.jianxi.gateway.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which months of a placement are subsidised: 云人社发〔2023〕18号 三, 人社部发〔2023〕27号 三(一)、三(三). */
class PlacementMonthsTest {

    private static final Period DECEMBER = Period.of("2023-12");

    @ParameterizedTest
    @CsvSource({
        "2023-03-01, 2023-05-31, 3",
        "2023-02-15, 2023-05-14, 3",
        "2023-01-16, 2023-04-15, 3",
        "2023-01-31, 2023-04-30, 3",
        "2023-03-01, 2023-06-14, 3",
        "2023-03-01, 2023-06-15, 4",
        "2023-03-10, 2023-03-23, 0",
        "2023-03-10, 2023-03-24, 1"
    })
    void threeMonthsOfPlacementAreThreeOfSubsidyAndFifteenDaysMoreAreAFourth(String from, String to, int months) {
        var placement = Given.from(from).completed(to, "NOT_EMPLOYED");

        assertThat(of(placement).served(DECEMBER)).hasSize(months).allMatch(one -> one.fen() == 150_000);
    }

    @Test
    void eachMonthBelongsToTheMonthItBeginsIn() {
        assertThat(of(Given.from("2023-01-31").completed("2023-04-30", "RETAINED"))
                        .served(DECEMBER))
                .extracting(one -> one.month().toString())
                .containsExactly("2023-01", "2023-02", "2023-03");
    }

    @Test
    void aPlacementThatGoesOnHasTheMonthsBegunSoFar() {
        var placement = Given.from("2023-03-10").agreedTo("2023-09-09");

        assertThat(of(placement).served(Period.of("2023-05"))).hasSize(3);
        assertThat(of(placement).served(DECEMBER)).hasSize(6);
    }

    @Test
    void atMostTwelveMonthsOfAPlacementAreSubsidised() {
        var months = of(Given.from("2023-01-01").completed("2024-03-31", "RETAINED"));

        assertThat(months.served(Period.of("2024-12"))).hasSize(12);
        assertThat(months.unsubsidised(PlacementMonth.Why.OVER_TERM, Period.of("2024-12")))
                .isEqualTo(3);
    }

    @Test
    void theMonthsThatAnEarlyContractLeavesStillGoToTheUnit() {
        var months = of(Given.from("2023-03-01").agreedTo("2023-08-31").retainedEarly("2023-05-31"));

        assertThat(months.served(DECEMBER)).hasSize(3);
        assertThat(months.remaining())
                .extracting(one -> one.month().toString())
                .containsExactly("2023-06", "2023-07", "2023-08");
    }

    @Test
    void servedAndRemainingMonthsAreTheWholeTermWheneverTheContractIsSigned() {
        for (var day = 1; day <= 31; day++) {
            var months =
                    of(Given.from("2023-03-01").agreedTo("2023-08-31").retainedEarly("2023-05-%02d".formatted(day)));
            assertThat(months.served(DECEMBER).count() + months.remaining().count())
                    .isEqualTo(6);
        }
    }

    @Test
    void monthsLeftByAnEarlyContractAreSubsidisedUntilTheEndOf2023() {
        var months = of(Given.from("2023-09-01").agreedTo("2024-02-29").retainedEarly("2023-10-31"));

        assertThat(months.remaining()).extracting(one -> one.month().toString()).containsExactly("2023-11", "2023-12");
        assertThat(months.unsubsidised(PlacementMonth.Why.OUTSIDE_SPAN, Period.of("2024-12")))
                .isEqualTo(2);
    }

    @Test
    void whoLeavesForOtherReasonsLeavesNoMonths() {
        var months = of(Given.from("2023-03-01").agreedTo("2023-08-31").leftOn("2023-05-31"));

        assertThat(months.served(DECEMBER)).hasSize(3);
        assertThat(months.remaining()).isEmpty();
    }

    @Test
    void aCancelledPlacementHasNoMonth() {
        assertThat(of(Given.from("2023-03-01").agreedTo("2023-08-31").cancelled())
                        .all())
                .isEmpty();
    }

    @Test
    void aMonthThatNoRuleSpeaksOfIsNoMonthOfNothing() {
        var months = of(Given.from("2022-11-01").completed("2023-01-31", "RETAINED"));

        assertThat(months.served(DECEMBER)).hasSize(1);
        assertThat(months.unsubsidised(PlacementMonth.Why.NO_RULE, DECEMBER)).isEqualTo(2);
    }

    @Test
    void aPlacementThatRunsOverAChangeOfRulesHasEachMonthsOwn() {
        var rules = Given.rules("2023-06").orElseThrow();
        var later = new SubsidyRules(
                "YN-2024",
                "a later notice",
                Period.of("2023-08"),
                rules.validTo(),
                new SubsidyRules.Monthly(180_000, "later", "later"),
                rules.difference(),
                rules.remainder(),
                rules.term(),
                rules.partMonth());
        var dated = new DatedRules(List.of(rules, later));

        var placement =
                Given.from("2023-06-15").completed("2023-10-14", "RETAINED").placement();

        assertThat(PlacementMonths.of(placement, dated, DECEMBER).served(DECEMBER))
                .extracting(PlacementMonth::fen)
                .containsExactly(150_000L, 150_000L, 180_000L, 180_000L);
    }

    private static PlacementMonths of(Given given) {
        return PlacementMonths.of(given.placement(), Given.RULES, DECEMBER);
    }
}
