package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianxi.gateway.rollup.Returns.PERIOD;
import static org.jianxi.gateway.rollup.Returns.UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;

/** What holds of a difference whatever the figures, on forms of any size. */
class DifferencePropertiesTest {

    @Property(tries = 300)
    void appliedToTheOlderItGivesTheYounger(@ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
        var filings = filings(Returns.form(size), new Random(seed), 2);

        var difference = Difference.between(filings.get(0), filings.get(1), UNITS);

        assertThat(difference.appliedTo(filings.get(0), UNITS)).isEqualTo(filings.get(1));
    }

    @Property(tries = 300)
    void itIsEmptyExactlyWhenTheFiguresAreTheSame(@ForAll @IntRange(min = 1, max = 3) int size, @ForAll long seed) {
        var filings = filings(Returns.form(size), new Random(seed), 2);
        var older = filings.get(0).readAt(9);
        var younger = filings.get(1).readAt(9);

        assertThat(Difference.between(older, younger, UNITS).isEmpty()).isEqualTo(older.equals(younger));
        assertThat(Difference.between(older, older, UNITS).isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void theFirstReturnAndTheChainOfDifferencesGiveTheLastReturn(
            @ForAll @IntRange(min = 1, max = 15) int size,
            @ForAll @IntRange(min = 1, max = 9) int length,
            @ForAll long seed) {
        var filings = filings(Returns.form(size), new Random(seed), length);
        var chain = IntStream.range(1, length)
                .mapToObj(later -> Difference.between(filings.get(later - 1), filings.get(later), UNITS))
                .toList();

        var reached = filings.getFirst();
        for (var difference : chain) {
            reached = difference.appliedTo(reached, UNITS);
        }

        assertThat(reached).isEqualTo(filings.getLast());
    }

    @Property(tries = 300)
    void eachOfTheProvincesCellsMovesByWhatItsSendersMoved(
            @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
        var form = Returns.form(size);
        var filings = filings(form, new Random(seed), 2);
        var difference = Difference.between(filings.get(0), filings.get(1), UNITS);

        for (var indicator : form.numbers()) {
            var moved = filings.get(1).totals().of(indicator)
                    - filings.get(0).totals().of(indicator);
            assertThat(cells(difference, indicator).mapToLong(CellChange::by).sum())
                    .isEqualTo(moved);
            assertThat(difference.totalChanges().stream()
                            .filter(total -> total.indicator() == indicator)
                            .mapToLong(TotalChange::by)
                            .sum())
                    .isEqualTo(moved);
        }
    }

    @Property(tries = 300)
    void aGapThatClosesOrOpensIsSaidForEveryCellAndNoOtherGapIs(
            @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
        var filings = filings(Returns.form(size), new Random(seed), 2);
        var difference = Difference.between(filings.get(0), filings.get(1), UNITS);

        assertThat(senders(difference, SenderChange::closesGap)).isEqualTo(gapsOnlyIn(filings.get(0), filings.get(1)));
        assertThat(senders(difference, SenderChange::opensGap)).isEqualTo(gapsOnlyIn(filings.get(1), filings.get(0)));
        difference.changes().stream()
                .filter(change -> change.closesGap() || change.opensGap())
                .forEach(change -> assertThat(change.cells()).hasSize(size));
    }

    @Property(tries = 100)
    void itFitsNoOtherFigures(@ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
        var filings = filings(Returns.form(size), new Random(seed), 2);
        var difference = Difference.between(filings.get(0), filings.get(1), UNITS);
        if (!filings.get(0).totals().equals(filings.get(1).totals())) {
            assertThatThrownBy(() -> difference.appliedTo(filings.get(1), UNITS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Stream<CellChange> cells(Difference difference, int indicator) {
        return difference.changes().stream()
                .flatMap(change -> change.cells().stream())
                .filter(cell -> cell.indicator() == indicator);
    }

    private static List<Sender> senders(Difference difference, Predicate<SenderChange> which) {
        return difference.changes().stream()
                .filter(which)
                .map(SenderChange::sender)
                .toList();
    }

    private static List<Sender> gapsOnlyIn(ProvincialFigures one, ProvincialFigures other) {
        return one.gaps().stream()
                .filter(gap -> !other.gaps().contains(gap))
                .map(gap -> gap.sender())
                .toList();
    }

    /** One filing after another: between two some senders correct, come late, say something else, or vanish. */
    private static List<ProvincialFigures> filings(ReturnForm form, Random random, int count) {
        var filings = new ArrayList<ProvincialFigures>();
        var standing = new ArrayList<Contribution>();
        for (var revision = 1; revision <= count; revision++) {
            for (var sender : UNITS.senders()) {
                change(form, sender, revision, standing, random);
            }
            filings.add(Rollup.of(form, PERIOD, UNITS, standing).readAt(revision));
        }
        return filings;
    }

    private static void change(
            ReturnForm form, Sender sender, int revision, List<Contribution> standing, Random random) {
        var kind = random.nextInt(5);
        if (kind < 3) {
            standing.removeIf(one -> one.sender().equals(sender));
        }
        if (kind < 2) {
            var figures = Figures.NONE;
            for (var number : form.numbers()) {
                figures = figures.with(number, random.nextLong(3) * 5_000);
            }
            var plain = Returns.contribution(form, sender.code(), revision, figures);
            standing.add(kind == 0 ? plain : explained(plain));
        }
    }

    private static Contribution explained(Contribution plain) {
        var content = plain.content();
        var said = List.of(new Explanation("B-13", "上月漏报"));
        return new Contribution(
                new MonthlyReturn(
                        content.form(),
                        content.period(),
                        content.sender(),
                        content.revision(),
                        content.figures(),
                        said),
                plain.origin());
    }
}
