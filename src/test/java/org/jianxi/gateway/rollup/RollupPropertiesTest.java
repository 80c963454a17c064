package org.jianxi.gateway.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.rollup.Returns.PERIOD;
import static org.jianxi.gateway.rollup.Returns.UNITS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;

/** What holds of a roll-up whatever the figures, on forms of any size. */
class RollupPropertiesTest {

    @Property(tries = 200)
    void theOrderOfArrivalMakesNoDifference(@ForAll @IntRange(min = 1, max = 20) int size, @ForAll long seed) {
        var form = Returns.form(size);
        var random = new Random(seed);
        var contributions = some(form, random);
        var shuffled = new ArrayList<>(contributions);
        Collections.shuffle(shuffled, random);

        assertThat(Rollup.of(form, PERIOD, UNITS, shuffled)).isEqualTo(Rollup.of(form, PERIOD, UNITS, contributions));
    }

    @Property(tries = 200)
    void theWholeIsTheSumOfItsParts(@ForAll @IntRange(min = 1, max = 20) int size, @ForAll long seed) {
        var form = Returns.form(size);
        var current =
                Rollup.of(form, PERIOD, UNITS, some(form, new Random(seed))).contributions();
        var split = new Random(seed).nextInt(current.size() + 1);

        assertThat(total(form, current))
                .isEqualTo(total(form, current.subList(0, split))
                        .plus(total(form, current.subList(split, current.size()))));
    }

    @Property(tries = 200)
    void everySenderIsEitherCountedOrAGapAndAGapAddsNothing(
            @ForAll @IntRange(min = 14, max = 15) int size, @ForAll long seed) {
        var form = Returns.form(size);
        var result = Rollup.of(form, PERIOD, UNITS, some(form, new Random(seed)));

        var counted = result.contributions().stream().map(Contribution::sender).collect(Collectors.toSet());
        var missing = result.gaps().stream().map(gap -> gap.sender()).collect(Collectors.toSet());
        assertThat(counted).noneMatch(missing::contains);
        assertThat(counted.size() + missing.size()).isEqualTo(UNITS.inOrder().size());
        for (var number : form.numbers()) {
            var lineage = result.lineageOf(number);
            assertThat(lineage.total())
                    .isEqualTo(lineage.parts().stream()
                            .mapToLong(Lineage.Part::amount)
                            .sum());
            assertThat(lineage.parts()).noneMatch(part -> missing.contains(part.sender()));
        }
    }

    private static Figures total(ReturnForm form, List<Contribution> contributions) {
        return Rollup.of(form, PERIOD, UNITS, contributions).totals();
    }

    /** For each sender none, one or two revisions. */
    private static List<Contribution> some(ReturnForm form, Random random) {
        return UNITS.senders().stream()
                .flatMap(sender -> revisions(form, sender, random).stream())
                .toList();
    }

    private static List<Contribution> revisions(ReturnForm form, Sender sender, Random random) {
        var all = new ArrayList<Contribution>();
        var count = random.nextInt(3);
        for (var revision = 1; revision <= count; revision++) {
            var figures = Figures.NONE;
            for (var number : form.numbers()) {
                figures = figures.with(number, random.nextLong(1_000_000_000_000L));
            }
            all.add(Returns.contribution(form, sender.code(), revision, figures));
        }
        return all;
    }
}
