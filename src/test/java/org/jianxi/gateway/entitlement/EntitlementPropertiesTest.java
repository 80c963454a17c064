package org.jianxi.gateway.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jianxi.gateway.canonical.Period;

/** What holds of the subsidy whatever the placements. */
class EntitlementPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 10, 1);
    private static final Period LAST = Period.of("2025-12");

    @Property
    void noMonthIsBelowNothingAndTheMonthsAreTheWhole(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 1_000_000) Integer> drawn) {
        var result = entitled(drawn, LAST);

        var months = result.units().stream()
                .flatMap(unit -> unit.months().values().stream())
                .toList();
        assertThat(months)
                .allMatch(line -> line.entitled().monthly() >= 0
                        && line.entitled().remainder() >= 0
                        && line.entitled().difference() >= 0);
        var whole = placements(drawn).stream()
                .map(one -> PlacementMonths.of(one, Given.RULES, LAST))
                .flatMap(one -> one.all().stream())
                .mapToLong(PlacementMonth::fen)
                .sum();
        assertThat(months.stream()
                        .mapToLong(line ->
                                line.entitled().monthly() + line.entitled().remainder())
                        .sum())
                .isEqualTo(whole);
    }

    @Property
    void atMostTwelveMonthsOfAPlacementAreSubsidised(@ForAll @IntRange(min = 0, max = 1_000_000) int drawn) {
        var months = PlacementMonths.of(placement(0, drawn), Given.RULES, LAST);

        assertThat(months.all().stream().filter(one -> one.fen() > 0)).hasSizeLessThanOrEqualTo(12);
        assertThat(months.difference()).isLessThanOrEqualTo(12 * 50_000);
    }

    @Property
    void aDayMoreOfPlacementIsNeverLessMoney(
            @ForAll @IntRange(min = 0, max = 1_000) int start, @ForAll @IntRange(min = 0, max = 500) int days) {
        assertThat(fen(start, days + 1)).isGreaterThanOrEqualTo(fen(start, days));
    }

    /** So a month once told never changes because later months came. */
    @Property
    void whatWasEntitledInAMonthStaysSoInEveryLaterOne(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 1_000_000) Integer> drawn,
            @ForAll @IntRange(min = 0, max = 30) int month) {
        var through = new Period(YearMonth.of(2022, 12).plusMonths(month));
        var then = entitled(drawn, through);
        var later = entitled(drawn, LAST);

        for (var unit : then.units()) {
            var same = later.units().stream()
                    .filter(one -> one.unit().equals(unit.unit()))
                    .findFirst()
                    .orElseThrow();
            unit.months().forEach((period, line) -> {
                if (period.compareTo(through) <= 0) {
                    assertThat(same.months().get(period).entitled()).isEqualTo(line.entitled());
                }
            });
        }
    }

    @Property
    void anAmountPutToMonthsIsTheSameAmount(
            @ForAll @IntRange(min = 1, max = 24) int months, @ForAll @IntRange(min = -100_000, max = 100_000) int fen) {
        var parts = new ArrayList<Long>();
        var periods =
                Stream.iterate(Period.of("2023-01"), Period::next).limit(months).toList();

        Split.over(periods, fen, (month, part) -> parts.add(part));

        assertThat(parts).hasSize(months);
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(fen);
    }

    private static Entitlements entitled(List<Integer> drawn, Period through) {
        var entitling = new Entitling(Given.RULES, through, false);
        placements(drawn).forEach(entitling::placement);
        return entitling.result();
    }

    private static List<Placement> placements(List<Integer> drawn) {
        var all = new ArrayList<Placement>();
        for (var number = 0; number < drawn.size(); number++) {
            all.add(placement(number, drawn.get(number)));
        }
        return all;
    }

    private static long fen(int start, int days) {
        var begins = FIRST.plusDays(start);
        var ends = new Placement.Ends(begins.plusDays(days), begins.plusDays(days), "TERM_COMPLETED", null);
        var placement = new Placement("L", "U", begins, ends, null, false, "");
        return PlacementMonths.of(placement, Given.RULES, LAST).all().stream()
                .mapToLong(PlacementMonth::fen)
                .sum();
    }

    /** Any of the ways a placement can go, out of one number. */
    private static Placement placement(int number, int drawn) {
        var begins = FIRST.plusDays(drawn % 700);
        var planned = begins.plusDays(60 + drawn % 421);
        var actual = begins.plusDays(drawn % 397);
        var kind = switch (drawn % 4) {
            case 0 -> "TERM_COMPLETED";
            case 1 -> "EARLY_RETAINED";
            case 2 -> "ABNORMAL";
            default -> null;
        };
        var outcome = drawn % 5 == 0 ? "RETAINED" : null;
        var ends = new Placement.Ends(planned, kind == null ? null : actual, kind, outcome);
        return new Placement("L" + number, "U" + drawn % 3, begins, ends, null, drawn % 11 == 0, "");
    }
}
