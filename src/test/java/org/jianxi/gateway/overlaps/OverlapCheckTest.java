package org.jianxi.gateway.overlaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;

/** 人社部发〔2023〕27号 三(三): an internship lasts 3 to 12 months, and nobody is in two at once. Held against counting day by day. */
class OverlapCheckTest {

    private static final LocalDate FIRST = LocalDate.parse("2023-01-01");

    @Example
    void clause33_twoPlacementsAtOnceAreFound() {
        assertThat(kinds(
                        placement("530100", "a", "2023-03-01", "2023-06-30"),
                        placement("530100", "b", "2023-06-01", "2023-08-31")))
                .containsExactly(OverlapKind.AT_ONCE);
    }

    @Example
    void clause33_inTwoPrefecturesTheyAreOfBoth() {
        var found = OverlapCheck.among(List.of(
                placement("530100", "a", "2023-03-01", "2023-06-30"),
                placement("530300", "a", "2023-06-01", "2023-08-31")));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(OverlapKind.TWO_PREFECTURES);
            assertThat(one.suspicion().sides()).extracting(Sender::code).containsExactly("530100", "530300");
        });
    }

    @Example
    void clause33_aDayThatEndsOneAndBeginsTheOtherIsNoOverlap() {
        assertThat(kinds(
                        placement("530100", "a", "2023-03-01", "2023-06-30"),
                        placement("530300", "b", "2023-06-30", "2023-09-30")))
                .isEmpty();
        assertThat(kinds(
                        placement("530100", "a", "2023-03-01", "2023-07-01"),
                        placement("530300", "b", "2023-06-30", "2023-09-30")))
                .containsExactly(OverlapKind.TWO_PREFECTURES);
    }

    @Example
    void clause33_moreThanTwelveMonthsInAllAreFound() {
        assertThat(kinds(
                        placement("530100", "a", "2022-01-01", "2022-06-30"),
                        placement("530300", "b", "2023-01-01", "2023-07-04")))
                .isEmpty();
        assertThat(kinds(
                        placement("530100", "a", "2022-01-01", "2022-06-30"),
                        placement("530300", "b", "2023-01-01", "2023-07-05")))
                .containsExactly(OverlapKind.BEYOND_TWELVE_MONTHS);
    }

    @Example
    void clause33_aPlacementWithoutAnEndGoesOn() {
        var open = new Placement(evidence(new Sender("530100"), "a"), LocalDate.parse("2023-01-01"), Optional.empty());

        assertThat(kinds(open, placement("530100", "b", "2031-01-01", "2031-03-31")))
                .containsExactly(OverlapKind.AT_ONCE, OverlapKind.BEYOND_TWELVE_MONTHS);
    }

    @Property(tries = 500)
    void pairsAreThoseWithMoreThanOneDayInCommon(@ForAll("placements") List<Placement> placements) {
        var expected = new HashSet<String>();
        for (var one : placements) {
            for (var other : placements) {
                var shared = new HashSet<>(days(one));
                shared.retainAll(days(other));
                if (one.name().compareTo(other.name()) < 0 && shared.size() > 1) {
                    expected.add(one.name() + " " + other.name());
                }
            }
        }
        assertThat(OverlapCheck.among(placements).stream()
                        .filter(one -> one.kind() != OverlapKind.BEYOND_TWELVE_MONTHS)
                        .map(one ->
                                one.placements().stream().map(Placement::name).collect(Collectors.joining(" ")))
                        .collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @Property(tries = 500)
    void theTwelveMonthsCountEachDayOnce(@ForAll("placements") List<Placement> placements) {
        var days = placements.stream().flatMap(one -> days(one).stream()).collect(Collectors.toSet());
        var first = days.stream().min(LocalDate::compareTo).orElse(FIRST);
        var tooLong = placements.size() > 1 && first.plusDays(days.size() - 1L).isAfter(first.plusMonths(12));

        assertThat(OverlapCheck.among(placements).stream()
                        .anyMatch(one -> one.kind() == OverlapKind.BEYOND_TWELVE_MONTHS))
                .isEqualTo(tooLong);
    }

    @Property(tries = 200)
    void theOrderOfTheRecordsDoesNotMatter(@ForAll("placements") List<Placement> placements, @ForAll Random random) {
        var shuffled = new ArrayList<>(placements);
        Collections.shuffle(shuffled, random);

        assertThat(subjects(shuffled)).isEqualTo(subjects(placements));
    }

    @Provide
    Arbitrary<List<Placement>> placements() {
        var one = Combinators.combine(
                        Arbitraries.of("530100", "530300", "532500"),
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(0, 380))
                .as((sender, from, length) -> new Placement(
                        evidence(new Sender(sender), ""),
                        FIRST.plusDays(from),
                        Optional.of(FIRST.plusDays(from + length))));
        return one.list().ofMaxSize(5).map(OverlapCheckTest::named);
    }

    private static List<Placement> named(List<Placement> placements) {
        var named = new ArrayList<Placement>();
        for (var one : placements) {
            named.add(new Placement(evidence(one.sender(), "r" + named.size()), one.firstDay(), one.lastDay()));
        }
        return named;
    }

    private static List<String> subjects(List<Placement> placements) {
        return OverlapCheck.among(placements).stream()
                .map(one -> one.suspicion().subject().hex())
                .sorted()
                .toList();
    }

    private static List<LocalDate> days(Placement placement) {
        return placement
                .firstDay()
                .datesUntil(placement.lastDay().orElseThrow().plusDays(1))
                .toList();
    }

    private static List<OverlapKind> kinds(Placement... placements) {
        return OverlapCheck.among(List.of(placements)).stream()
                .map(Overlap::kind)
                .toList();
    }

    private static Placement placement(String sender, String record, String from, String until) {
        return new Placement(
                evidence(new Sender(sender), record), LocalDate.parse(from), Optional.of(LocalDate.parse(until)));
    }

    private static Evidence evidence(Sender sender, String record) {
        return new Evidence(sender, record, Optional.empty());
    }
}
